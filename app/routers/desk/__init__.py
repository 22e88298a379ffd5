"""The pages of the programme team: the desk. And those that everybody shares: signing in, language, accessibility."""

from fastapi import APIRouter

from app.routers.desk import (
    caseload,
    confirmation_links,
    contacts,
    employer_contacts,
    fitting_people,
    fitting_programmes,
    front_door,
    group_sessions,
    import_,
    language,
    message_texts,
    outcomes,
    programmes,
    rating_links,
    registration,
    response,
    screening,
    screening_list,
    selection,
    shared_pages,
    story,
    today,
    trajectories,
    trajectory,
)

router = APIRouter(include_in_schema=False)
for part in (
    front_door,
    shared_pages,
    today,
    trajectories,
    registration,
    contacts,
    caseload,
    group_sessions,
    import_,
    trajectory,
    screening_list,
    screening,
    language,
    story,
    programmes,
    fitting_programmes,
    fitting_people,
    confirmation_links,
    employer_contacts,
    message_texts,
    outcomes,
    rating_links,
    selection,
    response,
):
    router.include_router(part.router)

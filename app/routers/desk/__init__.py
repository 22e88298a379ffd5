"""The pages of the programme team: the desk. And those that everybody shares: signing in, language, accessibility."""

from fastapi import APIRouter

from app.routers.desk import (
    confirmation_links,
    fitting_people,
    fitting_programmes,
    front_door,
    import_,
    outcomes,
    shared_pages,
    story,
    today,
    trajectories,
)
from app.routers.desk.language import (
    page as language_page,
)
from app.routers.desk.language import (
    records as language_records,
)
from app.routers.desk.trajectory import (
    changes,
    page,
    records,
    team,
)

router = APIRouter(include_in_schema=False)
for part in (
    front_door,
    shared_pages,
    today,
    trajectories,
    import_,
    page,
    records,
    changes,
    team,
    language_page,
    language_records,
    story,
    confirmation_links,
    outcomes,
    fitting_programmes,
    fitting_people,
):
    router.include_router(part.router)

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
from app.routers.desk.caseload import (
    hand_over as caseload_hand_over,
)
from app.routers.desk.caseload import (
    people as caseload_people,
)
from app.routers.desk.caseload import (
    team as caseload_team,
)
from app.routers.desk.contacts import (
    choose as choose_contact,
)
from app.routers.desk.contacts import (
    record as record_contact,
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
    choose_contact,
    record_contact,
    caseload_team,
    caseload_hand_over,
    caseload_people,
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

"""Shows whom a programme asks at which employer."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.employer_contacts import read_contacts
from app.routers.acting import Team
from app.routers.desk.own_programme import programme_of_the_team
from app.routers.pages import page
from app.rules.sentence import Sentence

router = APIRouter()

DONE = {
    "new": Sentence("The contact person has been added."),
    "changed": Sentence("The contact person has been changed."),
    "again": Sentence("Mail goes to this address again."),
    "rest": Sentence("From now on this person is asked about the other placements as well."),
}


@router.get("/programmes/{programme_id}/employer-contacts")
async def show(request: Request, programme_id: UUID, acting: Team, done: str = "") -> Response:
    """The employers with running jobs or a contact person; those about which something is missing first."""
    programme = await programme_of_the_team(acting, programme_id)
    employers = await read_contacts(acting.session, programme_id)
    jobs, asked = (sum(employer[name] for employer in employers) for name in ("jobs", "asked"))
    return page(
        request,
        "desk/employer_contacts/list.html",
        programme=programme,
        employers=employers,
        jobs=jobs,
        asked=asked,
        done=DONE.get(done),
    )

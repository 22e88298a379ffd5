"""Hands people over to another coach, and says of each whether it was done."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.errors import InvalidInput
from app.queries.caseload_people import NoAccount
from app.queries.handed_over import read_names
from app.routers.acting import Acting, Coordinator
from app.routers.desk.caseload.people import HAND_OVER, caseload_of, people_page
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.sentence import Sentence
from app.use_cases.hand_over import HandedOver, HandOver, hand_over

router = APIRouter()


@router.post("/caseload/{whose}/hand-over")
async def hand(request: Request, whose: UUID | NoAccount, acting: Coordinator) -> Response:
    """Hand over the people that were ticked."""
    form = await HAND_OVER.sent_in(request)
    read, versions, results = form.read(HandOver), _versions(form), None
    if not versions:
        form.errors["person"] = Sentence("Tick at least one person.")
    if read and not form.errors:
        async with kept_in(form, acting.session):
            results = await hand_over(acting.session, by=acting.actor, versions=versions, to=read)
    if results is None or form.errors:
        return await people_page(request, acting, caseload_of(whose), sent=form)
    return await _results(request, acting, whose, results)


async def _results(request: Request, acting: Acting, whose: UUID | NoAccount, results: list[HandedOver]) -> Response:
    names = await read_names(acting.session, [one.trajectory_id for one in results])
    return page(
        request,
        "desk/caseload/handed_over.html",
        whose=whose,
        moved=sum(1 for one in results if one.why_not is None),
        results=[(one.trajectory_id, names.get(one.trajectory_id), one.why_not) for one in results],
    )


def _versions(form: Form) -> dict[UUID, int]:
    """Read who was ticked, with the version that was on the page: `identity:version`."""
    versions = {}
    for ticked in form.chosen("person"):
        identity, _, version = ticked.partition(":")
        try:
            versions[UUID(identity)] = int(version)
        except ValueError as wrong:
            raise InvalidInput.of("person", "unknown", Sentence("Choose from the people on the page.")) from wrong
    return versions

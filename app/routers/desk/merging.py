"""Two numbers that are one person: who that may be, and making them one."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models.participant import ParticipantsMerged
from app.queries.merging import read_pair, read_probable_duplicates
from app.routers.acting import Acting, Coordinator
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.sentence import Sentence
from app.use_cases.merge_participants import merge_participants

router = APIRouter(prefix="/merging")
MERGING = Form(
    "merging",
    {"kept_id": Sentence("The number that goes on"), "sure": Sentence("I am sure that this is one person")},
)
DONE = {
    "merged": Sentence("The two numbers are one person now. The number that stopped leads to the one that goes on.")
}


@router.get("")
async def show(request: Request, acting: Coordinator, done: str = "") -> Response:
    """The people who are probably one."""
    pairs = await read_probable_duplicates(acting.session)
    return page(request, "desk/merging.html", pairs=pairs, done=DONE.get(done))


@router.get("/{one}/{other}")
async def compare(request: Request, one: UUID, other: UUID, acting: Coordinator) -> Response:
    """Two people side by side."""
    return await _pair(request, acting, one, other, MERGING)


@router.post("/{one}/{other}")
async def merge(request: Request, one: UUID, other: UUID, acting: Coordinator) -> Response:
    """Make them one person."""
    form = await MERGING.sent_in(request)
    kept_id = _kept(form, one, other)
    if not form.value("sure"):
        form.errors["sure"] = Sentence("Tick this when you are sure: it cannot be taken back.")
    if kept_id is not None and not form.errors:
        async with kept_in(form, acting.session):
            await merge_participants(
                acting.session,
                by=acting.actor,
                kept_id=kept_id,
                version=_version(form, kept_id),
                merged=_merged(form, other if kept_id == one else one),
            )
    if form.errors:
        return await _pair(request, acting, one, other, form)
    return RedirectResponse("/merging?done=merged", status_code=303)


def _kept(form: Form, one: UUID, other: UUID) -> UUID | None:
    for person in (one, other):
        if form.value("kept_id") == str(person):
            return person
    form.errors["kept_id"] = Sentence("Choose one of the two numbers.")
    return None


def _version(form: Form, person: UUID) -> int:
    """The version that was read; a form without one is older than everything."""
    typed = form.value(f"version-{person}")
    return int(typed) if typed.isdecimal() else 0


def _merged(form: Form, person: UUID) -> ParticipantsMerged:
    return ParticipantsMerged.model_construct(participant_id=person, version=_version(form, person))


async def _pair(request: Request, acting: Acting, one: UUID, other: UUID, form: Form) -> Response:
    people = await read_pair(acting.session, one, other)
    return page(
        request,
        "desk/merging_pair.html",
        status=form.status if form.errors else 200,
        form=form,
        people=people,
        choices=[(person["id"], person["number"]) for person in people],
        at=f"/merging/{one}/{other}",
    )

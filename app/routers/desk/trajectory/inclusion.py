"""Inclusion at work in one placement, on a page of its own: support, a promised job, and what both sides think."""

import json
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models.workplace_support import WorkplaceSupportFields
from app.queries.placement_inclusion import read_placement_inclusion
from app.routers.acting import Acting, Team
from app.routers.desk.trajectory.inclusion_view import SIGNALS, Facts, inclusion_of
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import (
    EvidenceSource,
    RatingLanguage,
    WorkplaceSupportKind,
    WorkplaceSupportState,
)
from app.rules.names import choices, name_of
from app.rules.rating_languages import language_for
from app.rules.rating_schedule import ASKED_OF
from app.rules.sentence import Sentence
from app.use_cases.change_placement import PlacementChange, change_placement
from app.use_cases.issue_rating_link import revoke_rating_link
from app.use_cases.record_rating import RatingTold, record_rating
from app.use_cases.record_workplace_support import record_workplace_support

router = APIRouter()

SUPPORT = {
    "kind": Sentence("Support at work"),
    "state": Sentence("Is it there?"),
    "starts_on": Sentence("From"),
    "ends_on": Sentence("Up to and including"),
    "source": Sentence("Who says so?"),
    "note": Sentence("Note"),
}
GUARANTEE = Form(
    "guarantee",
    {
        "job_guarantee": Sentence("Was a job promised beforehand?"),
        "job_guarantee_kept": Sentence("Did this person get the job that was promised?"),
    },
)
RATING = Form(
    "rating",
    {
        "dimension": Sentence("Who says what?"),
        "rated_on": Sentence("Day"),
        "score": Sentence("Score, from 1 (very bad) to 5 (very good)"),
    },
)
SUBJECTS = [
    (one.value, Sentence("%(who)s: %(what)s", who=name_of(rater), what=name_of(one)))
    for rater, asked in ASKED_OF.items()
    for one in asked
]
DONE = {
    "support": Sentence("The support has been recorded."),
    "guarantee": Sentence("The promise has been recorded."),
    "rating": Sentence("The rating has been recorded."),
    "revoked": Sentence("The link has been taken back. You can make a new one."),
}


def support_form(kind: WorkplaceSupportKind) -> Form:
    """Make the form of one kind of support."""
    return Form(f"support-{kind}", SUPPORT)


@router.get("/placements/{placement_id}/inclusion")
async def show(request: Request, placement_id: UUID, acting: Team, done: str = "") -> Response:
    """What is arranged, what both sides think of it, and what is to be asked."""
    return await _page(request, acting, placement_id, done=DONE.get(done))


@router.post("/placements/{placement_id}/workplace-supports")
async def support(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Record one kind of support."""
    typed = await Form("support", SUPPORT).sent_in(request)
    form = Form(f"support-{typed.value('kind')}", SUPPORT, typed.values)
    read = form.read(WorkplaceSupportFields)
    if read:
        async with kept_in(form, acting.session):
            await record_workplace_support(
                acting.session, by=acting.actor, placement_id=placement_id, support=read, version=version_in(form)
            )
    return await _answer(request, acting, placement_id, form, done="support")


@router.post("/placements/{placement_id}/job-guarantee")
async def guarantee(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Record whether a job was promised, and whether the promise was kept."""
    form = await GUARANTEE.sent_in(request)
    read = form.read(PlacementChange)
    if read:
        both = {name: getattr(read, name) for name in GUARANTEE.labels}
        async with kept_in(form, acting.session):
            await change_placement(
                acting.session,
                by=acting.actor,
                placement_id=placement_id,
                version=version_in(form),
                change=PlacementChange(**both),
            )
    return await _answer(request, acting, placement_id, form, done="guarantee")


@router.post("/placements/{placement_id}/ratings")
async def rating(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Record what one side said."""
    form = await RATING.sent_in(request)
    read = form.read(RatingTold)
    if read:
        async with kept_in(form, acting.session):
            await record_rating(acting.session, by=acting.actor, placement_id=placement_id, told=read)
    return await _answer(request, acting, placement_id, form, done="rating")


@router.post("/rating-requests/{request_id}/revocation")
async def revoke(request_id: UUID, acting: Team) -> Response:
    """Take a link back."""
    asked = await revoke_rating_link(acting.session, by=acting.actor, request_id=request_id)
    return RedirectResponse(f"/placements/{asked.placement_id}/inclusion?done=revoked", status_code=303)


async def _answer(request: Request, acting: Acting, placement_id: UUID, form: Form, *, done: str) -> Response:
    if form.errors:
        return await _page(request, acting, placement_id, sent=form)
    return RedirectResponse(f"/placements/{placement_id}/inclusion?done={done}", status_code=303)


async def _page(
    request: Request, acting: Acting, placement_id: UUID, *, sent: Form | None = None, done: Sentence | None = None
) -> Response:
    placement = json.loads(await read_placement_inclusion(acting.session, placement_id))
    inclusion = inclusion_of(placement, placement, acting.actor.at, acting.actor.today)
    promised, kept = placement["jobGuarantee"], placement["jobGuaranteeKept"]
    forms = {
        "guarantee": GUARANTEE.with_values({"job_guarantee": promised, "job_guarantee_kept": kept}),
        "rating": RATING.with_values({"rated_on": acting.actor.today}),
        **{f"support-{kind}": _filled_in(kind, known) for kind, known in inclusion.supports},
    }
    if sent is not None:
        forms[sent.name] = sent
    return page(
        request,
        "desk/inclusion.html",
        status=sent.status if sent else 200,
        placement=placement,
        inclusion=inclusion,
        forms=forms,
        sent=sent,
        done=done,
        signals=SIGNALS,
        speaks=language_for(placement["contactLanguage"]),
        states=choices(WorkplaceSupportState),
        sources=choices(EvidenceSource),
        subjects=SUBJECTS,
        languages=choices(RatingLanguage),
    )


def _filled_in(kind: WorkplaceSupportKind, known: Facts | None) -> Form:
    if known is None:
        return support_form(kind).with_values({"source": EvidenceSource.COACH})
    return support_form(kind).with_values(
        {
            "state": known["state"],
            "starts_on": known["startsOn"],
            "ends_on": known["endsOn"],
            "source": known["source"],
            "note": known["note"],
        }
    )

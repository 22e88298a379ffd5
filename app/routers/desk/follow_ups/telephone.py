"""What to ask on the telephone about one follow-up, and the form in which the answer is written down."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import FollowUp, Placement
from app.queries.follow_up_page import read_follow_up
from app.routers.acting import Acting, Team
from app.routers.desk.follow_ups.view import follow_up_view
from app.routers.employer.answer_form import ANSWER
from app.routers.employer.rating_form import rating_of, take_rating
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.code_lists import AskedOf, Contract, FollowUpState, ToldHow
from app.rules.follow_up_schedule import employer_can_tell
from app.rules.names import choices, name_of
from app.rules.sentence import Sentence
from app.rules.work_answer import ANSWERS, REASONS_AN_EMPLOYER_GIVES, Answer
from app.use_cases.answer_for_another import AnswerTold, answer_for_another
from app.use_cases.load import load
from app.use_cases.tell_of_work import WorkTold, tell_of_work

router = APIRouter(prefix="/follow-ups/{follow_up_id}/telephone")

TELEPHONE = Form(
    "telephone",
    {
        **ANSWER.labels,
        "answer": Sentence("Does this person still work there?"),
        "source": Sentence("Who says so?"),
        "told_by": Sentence("With whom did you speak?"),
        "told_on": Sentence("On which day?"),
        "told_how": Sentence("How?"),
    },
)
WORK = Form(
    "work",
    {
        "in_paid_work": Sentence("Do you have paid work now?"),
        "hours": ANSWER.labels["hours"],
        **{name: TELEPHONE.labels[name] for name in ("told_by", "told_on", "told_how")},
    },
)
"""What a participant is asked who left the job that the follow-up is about."""
OWN_ANSWERS = (
    (Answer.STILL_HERE, Sentence("Yes, nothing has changed")),
    (Answer.CHANGED, Sentence("Yes, but the hours or the contract have changed")),
    (Answer.LEFT, Sentence("No, I no longer work there")),
    (Answer.NOT_MY_EMPLOYEE, Sentence("I never worked there")),
)
"""The answers in the words of a participant."""


@router.get("")
async def show(request: Request, follow_up_id: UUID, acting: Team, of: AskedOf | None = None) -> Response:
    """The words to say and the questions, for a talk with the employer or with the participant."""
    return await _page(request, acting, follow_up_id, of=of)


@router.post("")
async def record(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Write down what was told."""
    form = await TELEPHONE.sent_in(request)
    told = form.read(AnswerTold)
    if told:
        async with kept_in(form, acting.session):
            follow_up = await answer_for_another(acting.session, by=acting.actor, follow_up_id=follow_up_id, told=told)
            placement = await load(acting.session, Placement, follow_up.placement_id)
            if told.source is AskedOf.EMPLOYER and told.answer is not Answer.NOT_MY_EMPLOYEE:
                await take_rating(acting, placement, form)
            return _recorded(follow_up)
    chosen = AskedOf.PARTICIPANT if form.value("source") == AskedOf.PARTICIPANT else AskedOf.EMPLOYER
    return await _page(request, acting, follow_up_id, of=chosen, sent=form)


@router.post("/work")
async def record_work(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Write down whether somebody who left the job has paid work now."""
    form = await WORK.sent_in(request)
    told = form.read(WorkTold)
    if told:
        async with kept_in(form, acting.session):
            return _recorded(await tell_of_work(acting.session, by=acting.actor, follow_up_id=follow_up_id, told=told))
    return await _page(request, acting, follow_up_id, of=AskedOf.PARTICIPANT, sent=form)


def _recorded(follow_up: FollowUp) -> Response:
    done = "told" if follow_up.state is FollowUpState.ANSWERED else "told-open"
    return RedirectResponse(f"/trajectories/{follow_up.trajectory_id}?done={done}", status_code=303)


async def _page(
    request: Request, acting: Acting, follow_up_id: UUID, *, of: AskedOf | None, sent: Form | None = None
) -> Response:
    facts = await read_follow_up(acting.session, follow_up_id)
    ends_on = date.fromisoformat(facts["job"]["endsOn"]) if facts["job"]["endsOn"] else None
    employer_knows = employer_can_tell(ends_on, date.fromisoformat(facts["dueOn"]))
    asked = (of or AskedOf.EMPLOYER) if employer_knows else AskedOf.PARTICIPANT
    placement = await load(acting.session, Placement, UUID(facts["job"]["id"]))
    by_employer = asked is AskedOf.EMPLOYER
    asks = TELEPHONE if employer_knows else WORK
    return page(
        request,
        "desk/telephone.html",
        status=sent.status if sent else 200,
        follow_up=facts,
        view=follow_up_view(facts, acting.actor.today),
        of=asked,
        employer_knows=employer_knows,
        me=acting.actor.display_name,
        form=sent or asks.with_values(_beforehand(facts, asked, acting.actor.today)),
        sent=sent,
        rating=await rating_of(acting, placement, sent) if by_employer else None,
        answers=[(one.value, words) for one, words in (ANSWERS if by_employer else OWN_ANSWERS)],
        hows=choices(ToldHow),
        contracts=choices(Contract),
        reasons=[(one.value, name_of(one)) for one in REASONS_AN_EMPLOYER_GIVES],
    )


def _beforehand(facts: Mapping[str, Any], asked: AskedOf, today: date) -> dict[str, object]:
    contact, person = facts["contact"], facts["participant"]
    whom = contact["name"] if asked is AskedOf.EMPLOYER and contact else None
    own_name = f"{person['firstName']} {person['lastName']}" if asked is AskedOf.PARTICIPANT else None
    return {"told_by": whom or own_name, "told_on": today, "told_how": ToldHow.TELEPHONE}

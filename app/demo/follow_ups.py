"""Follow-ups of the first paid placement, in every state in which they can be."""

from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.case import Case
from app.demo.evidence import Answer, add_answer
from app.demo.links import add_link
from app.demo.placements import KnownSpell
from app.rules.code_lists import PAID_WORK, EvidenceSource, FollowUpState, PlacementEndReason
from app.rules.follow_up_months import DEFAULT_FOLLOW_UP_MONTHS
from app.rules.follow_up_schedule import PlannedFollowUp, plan_follow_ups

State = FollowUpState
AFTER_THE_WINDOW = {State.ANSWERED: 79.0, State.UNANSWERED: 11.0, State.UNREACHABLE: 6.0, State.REFUSED: 4.0}
WITHIN_THE_WINDOW = {State.ANSWERED: 45.0, State.ASKED: 30.0, State.DUE: 25.0}
GIVEN_UP = {
    State.UNREACHABLE: "Drie keer gebeld op verschillende dagen, niemand neemt op",
    State.REFUSED: "Wil geen vragen meer beantwoorden",
    State.CANCELLED: "Naar het buitenland verhuisd",
}


def add_follow_ups(book: Book, case: Case, known: list[KnownSpell]) -> None:
    """Plan what the rules plan from the first paid placement, and let time pass until today."""
    index = next((one for one in known if one.spell.kind in PAID_WORK), None)
    if index is None:
        return
    stops_on = _stops_on(book, index)
    for planned in plan_follow_ups(index.spell.starts_on, DEFAULT_FOLLOW_UP_MONTHS):
        state = _state(book, planned, stops_on)
        _add(book, case, index, known, planned, state, stops_on)


def _stops_on(book: Book, index: KnownSpell) -> date | None:
    """From this day on nobody is asked any more: the participant died, or left the country."""
    if index.known_end and index.spell.end_reason is PlacementEndReason.DECEASED:
        return index.known_end
    return book.chance.after(book.today, -60, -10) if book.chance.happens(0.03) else None


def _state(book: Book, planned: PlannedFollowUp, stops_on: date | None) -> FollowUpState:
    if stops_on and planned.opens_on > stops_on:
        return State.CANCELLED
    if planned.opens_on > book.today:
        return State.PLANNED
    return book.chance.weighed(AFTER_THE_WINDOW if planned.closes_on < book.today else WITHIN_THE_WINDOW)


def _add(
    book: Book,
    case: Case,
    index: KnownSpell,
    known: list[KnownSpell],
    planned: PlannedFollowUp,
    state: FollowUpState,
    stops_on: date | None,
) -> None:
    follow_up_id = book.add(
        "follow_up",
        index.spell.starts_on,
        case.coach.account_id,
        **case.keys,
        placement_id=index.placement_id,
        organisation_id=index.spell.employer.organisation_id,
        month=planned.month,
        due_on=planned.due_on,
        opens_on=planned.opens_on,
        closes_on=planned.closes_on,
        state=State.PLANNED,
        times_asked=0,
    )
    answer = None
    if state is State.ANSWERED:
        answer = add_answer(book, case, index, known, _day_within(book, planned))
        book.change("follow_up", follow_up_id, answer.on, state=state, closed_on=answer.on, answered_by=answer.identity)
    elif state is not State.PLANNED:
        closed_on = _closed_on(book, planned, state, stops_on)
        changed_on = closed_on or planned.opens_on
        book.change("follow_up", follow_up_id, changed_on, state=state, closed_on=closed_on, reason=GIVEN_UP.get(state))
    _add_link(book, case, index, planned, state, follow_up_id, answer)


def _day_within(book: Book, planned: PlannedFollowUp) -> date:
    last = min(planned.closes_on, book.today)
    around = book.chance.after(planned.due_on, -6, 24)
    return min(max(around, planned.opens_on), last)


def _closed_on(book: Book, planned: PlannedFollowUp, state: FollowUpState, stops_on: date | None) -> date | None:
    if state is State.CANCELLED:
        return stops_on
    if state is State.UNANSWERED:
        return planned.closes_on
    if state in (State.UNREACHABLE, State.REFUSED):
        return book.chance.after(planned.due_on, 5, 55)
    return None


def _add_link(
    book: Book,
    case: Case,
    index: KnownSpell,
    planned: PlannedFollowUp,
    state: FollowUpState,
    follow_up_id: UUID,
    answer: Answer | None,
) -> None:
    """Employers are asked by a link; one that was answered, refused or never used stays in the file."""
    by_employer = answer is not None and answer.source is EvidenceSource.EMPLOYER
    if state is State.ASKED or by_employer or (state in (State.UNANSWERED, State.REFUSED) and book.chance.happens(0.6)):
        add_link(
            book,
            case,
            placement_id=index.placement_id,
            organisation_id=index.spell.employer.organisation_id,
            follow_up_id=follow_up_id,
            sent_on=min(max(planned.opens_on, index.spell.starts_on), answer.on if answer else book.today),
            expires_on=planned.closes_on + timedelta(days=1),
            answer=answer,
            revoked=state is State.REFUSED,
        )

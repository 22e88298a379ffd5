"""Moves the day of a follow-up, with a reason; the computed day stays beside it."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict, FieldError
from app.models import FollowUp
from app.models.base import Shape
from app.rules.follow_up_life import WAITED, Hand
from app.rules.follow_up_schedule import LATEST_MOVE, can_move_to
from app.rules.sentence import Sentence
from app.use_cases.answer_follow_ups import answer_follow_ups
from app.use_cases.audit import audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.pass_follow_up import open_state, pass_on, window_of


class FollowUpMoved(Shape):
    """The day on which a question is asked instead of the computed one, and why."""

    due_on: date
    reason: str = Field(min_length=1, max_length=2000)


async def move_follow_up(
    session: AsyncSession, *, by: Actor, follow_up_id: UUID, version: int, moved: FollowUpMoved
) -> FollowUp:
    """Move a follow-up to a day from the computed one until sixty days after it; the computed day undoes the move.

    It opens fourteen days before its new day and closes sixty days after it. Raises InvalidInput for another day,
    and Conflict when the question has been answered or closed.
    """
    follow_up = await load_to_change(session, FollowUp, follow_up_id, version)
    if follow_up.state not in WAITED:
        raise Conflict(Sentence("Only a question that nobody answered or closed can be moved."))
    computed = follow_up.computed_due_on or follow_up.due_on
    before = follow_up.due_on
    window = window_of(follow_up).on_day(moved.due_on)
    raise_for([_not_possible(moved.due_on, computed), _over_already(window.closes_on, by.today)])
    follow_up.due_on, follow_up.opens_on, follow_up.closes_on = window.due_on, window.opens_on, window.closes_on
    is_back = moved.due_on == computed
    follow_up.computed_due_on = None if is_back else computed
    follow_up.moved_because = None if is_back else moved.reason
    after = open_state(follow_up, by.today)
    if after is not follow_up.state:
        pass_on(follow_up, after, by=Hand.TEAM, on=by.today, reason=moved.reason)
    await session.flush()
    await answer_follow_ups(session, by=by, trajectory_id=follow_up.trajectory_id)
    await audit(
        session,
        by=by,
        action="move",
        object_type="follow_up",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
        changes={"due_on": (before, moved.due_on), "moved_because": (None, moved.reason)},
    )
    return follow_up


def _not_possible(day: date, computed: date) -> FieldError | None:
    if can_move_to(day, computed):
        return None
    sentence = Sentence(
        "Choose a day from %(first)s until %(last)s. An answer before %(first)s would prove nothing about that day.",
        first=computed,
        last=computed + LATEST_MOVE,
    )
    return fault("due_on", "out-of-range", sentence)


def _over_already(closes_on: date, today: date) -> FieldError | None:
    if closes_on >= today:
        return None
    sentence = Sentence("With this day the question would have closed on %(day)s. Choose a later day.", day=closes_on)
    return fault("due_on", "too-early", sentence)

"""Opens the follow-ups whose time has come, and closes those whose time has passed."""

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from app.actor import Actor
from app.models import FollowUp
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import OPEN_STATES
from app.use_cases.audit import audit


async def move_follow_ups_on(session: AsyncSession, *, by: Actor) -> tuple[int, int]:
    """Bring every follow-up to the state of the day; gives how many were opened and how many closed unanswered.

    Doing it twice on one day changes nothing. Only the operator sees the follow-ups of all programmes.
    """
    too_late = col(FollowUp.state).in_(OPEN_STATES) & (col(FollowUp.closes_on) < by.today)
    closed = await _move(session, by, too_late, FollowUpState.UNANSWERED)
    its_time = (col(FollowUp.state) == FollowUpState.PLANNED) & (col(FollowUp.opens_on) <= by.today)
    opened = await _move(session, by, its_time & (col(FollowUp.times_asked) == 0), FollowUpState.DUE)
    opened += await _move(session, by, its_time & (col(FollowUp.times_asked) > 0), FollowUpState.ASKED)
    if opened or closed:
        changes = {"opened": (None, opened), "unanswered": (None, closed)}
        await audit(session, by=by, action="move on", object_type="follow_up", changes=changes)
    return opened, closed


async def _move(session: AsyncSession, by: Actor, which: ColumnElement[bool], state: FollowUpState) -> int:
    moved = await session.execute(
        update(FollowUp)
        .where(which)
        .values(
            state=state,
            closed_on=col(FollowUp.closes_on) if state is FollowUpState.UNANSWERED else None,
            version=col(FollowUp.version) + 1,
            changed_at=by.at,
            changed_by=by.account_id,
        )
        .returning(col(FollowUp.id)),
        execution_options={"synchronize_session": False},
    )
    return len(moved.all())

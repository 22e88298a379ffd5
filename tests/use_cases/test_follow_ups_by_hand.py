"""What the team does with a follow-up: move, close, stop, open again, or say that nothing will be known."""

from datetime import date, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict, InvalidInput
from app.models import ConfirmationLink, FollowUp, Placement
from app.rules.code_lists import FollowUpState
from app.use_cases.acknowledge_unknown import UnknownAcknowledged, acknowledge_unknown, take_back_acknowledgement
from app.use_cases.close_follow_up import FollowUpClosed, FollowUpReopened, close_follow_up, reopen_follow_up
from app.use_cases.move_follow_up import FollowUpMoved, move_follow_up
from tests.factories import TODAY, Factory

State = FollowUpState
WHY = "The contact is on leave"


@pytest.fixture
async def waiting(session: AsyncSession, make: Factory) -> FollowUp:
    """A question whose day is today."""
    job = await make.placement(await make.trajectory(await make.programme()), starts_on=date(2025, 9, 2))
    return await session.get_one(FollowUp, (await make.follow_up(job)).id)


async def move(session: AsyncSession, by: Actor, one: FollowUp, to: date) -> None:
    moved = FollowUpMoved(due_on=to, reason=WHY)
    await move_follow_up(session, by=by, follow_up_id=one.id, version=one.version, moved=moved)


async def close(session: AsyncSession, by: Actor, one: FollowUp, state: State, reason: str | None = None) -> None:
    closed = FollowUpClosed(state=state, reason=reason)
    await close_follow_up(session, by=by, follow_up_id=one.id, version=one.version, closed=closed)


async def reopen(session: AsyncSession, by: Actor, one: FollowUp) -> None:
    again = FollowUpReopened(reason="They called back")
    await reopen_follow_up(session, by=by, follow_up_id=one.id, version=one.version, reopened=again)


async def test_a_moved_question_keeps_its_computed_day_and_its_days_move_along(
    session: AsyncSession, operator: Actor, waiting: FollowUp
) -> None:
    await move(session, operator, waiting, TODAY + timedelta(days=30))
    assert (waiting.due_on, waiting.computed_due_on) == (TODAY + timedelta(days=30), TODAY)
    assert (waiting.opens_on, waiting.closes_on) == (TODAY + timedelta(days=16), TODAY + timedelta(days=90))
    assert (waiting.state, waiting.moved_because) == (State.PLANNED, WHY)
    await move(session, operator, waiting, TODAY)
    assert (waiting.state, waiting.computed_due_on, waiting.moved_because) == (State.DUE, None, None)


@pytest.mark.parametrize("days", [-1, 61])
async def test_a_question_is_not_moved_before_its_computed_day_or_far_beyond_it(
    session: AsyncSession, operator: Actor, waiting: FollowUp, days: int
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await move(session, operator, waiting, TODAY + timedelta(days=days))
    assert [(error.name, error.code) for error in refused.value.errors] == [("due_on", "out-of-range")]
    assert (waiting.due_on, waiting.computed_due_on) == (TODAY, None)


async def test_a_closed_question_is_not_moved(session: AsyncSession, operator: Actor, waiting: FollowUp) -> None:
    await close(session, operator, waiting, State.REFUSED)
    with pytest.raises(Conflict):
        await move(session, operator, waiting, TODAY + timedelta(days=3))


async def test_stopping_a_question_asks_why_and_stops_its_link(
    session: AsyncSession, operator: Actor, make: Factory, waiting: FollowUp
) -> None:
    job = await session.get_one(Placement, waiting.placement_id)
    await make.confirmation_link(job, follow_up_id=waiting.id)
    with pytest.raises(InvalidInput) as refused:
        await close(session, operator, waiting, State.CANCELLED)
    assert [error.name for error in refused.value.errors] == ["reason"]
    await close(session, operator, waiting, State.CANCELLED, "Asked us to stop")
    assert (await session.scalars(select(ConfirmationLink.revoked_at))).all() == [operator.at]


async def test_what_was_closed_by_hand_is_opened_again_with_a_reason(
    session: AsyncSession, operator: Actor, waiting: FollowUp
) -> None:
    await close(session, operator, waiting, State.UNREACHABLE)
    await reopen(session, operator, waiting)
    assert (waiting.state, waiting.closed_on, waiting.reason) == (State.DUE, None, "They called back")


async def test_what_the_plan_cancelled_is_not_opened_by_hand(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    job = await make.placement(await make.trajectory(await make.programme()))
    one = await make.follow_up(job, state=State.CANCELLED, closed_on=TODAY, reason="This person has died.")
    with pytest.raises(Conflict):
        await reopen(session, operator, one)


async def test_the_team_says_that_nothing_will_be_known_and_takes_that_back(
    session: AsyncSession, operator: Actor, waiting: FollowUp
) -> None:
    said = UnknownAcknowledged(reason="The firm no longer exists")
    await acknowledge_unknown(session, by=operator, follow_up_id=waiting.id, version=waiting.version, acknowledged=said)
    assert (waiting.state, waiting.acknowledged_on) == (State.DUE, TODAY)
    await take_back_acknowledgement(session, by=operator, follow_up_id=waiting.id, version=waiting.version)
    assert (waiting.acknowledged_on, waiting.acknowledged_because) == (None, None)

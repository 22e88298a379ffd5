"""Records an observation: somebody says of one day that a participant was in paid work, or was not."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import UnknownReference
from app.models import FollowUp, Observation, Placement, Trajectory
from app.models.observation import ObservationFields
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import OPEN_STATES, answers
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault, not_before, not_in_future, raise_for
from app.use_cases.load import load

ANSWERABLE = OPEN_STATES | {FollowUpState.UNANSWERED}
"""The states in which a follow-up can still be answered; an answer may come late."""


async def record_observation(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, observation: ObservationFields
) -> Observation:
    """Record an observation; the follow-ups that it answers are answered by it from now on."""
    trajectory = await load(session, Trajectory, trajectory_id)
    await check_observation(session, by=by, trajectory=trajectory, observation=observation)
    recorded = Observation(
        **observation.model_dump(),
        trajectory_id=trajectory.id,
        programme_id=trajectory.programme_id,
        participant_id=trajectory.participant_id,
    )
    session.add(recorded)
    await session.flush()
    await answer_follow_ups(session, by=by, observation=recorded)
    await audit(
        session,
        by=by,
        action="record",
        object_type="observation",
        object_id=recorded.id,
        programme_id=trajectory.programme_id,
        changes={"in_paid_work": (None, recorded.in_paid_work), "observed_on": (None, recorded.observed_on)},
    )
    return recorded


async def check_observation(
    session: AsyncSession, *, by: Actor, trajectory: Trajectory, observation: ObservationFields
) -> None:
    """Refuse a statement about a day to come, about another's placement, or about a job that had not begun."""
    too_early = None
    if observation.placement_id is not None:
        placement = await session.get(Placement, observation.placement_id)
        if placement is None or placement.trajectory_id != trajectory.id:
            unknown = Sentence("This placement is not one of this trajectory.")
            raise UnknownReference([fault("placement_id", "unknown", unknown)])
        too_early = not_before("observed_on", observation.observed_on, placement.starts_on)
    raise_for([not_in_future("observed_on", observation.observed_on, by.today), too_early])


async def answer_follow_ups(session: AsyncSession, *, by: Actor, observation: Observation) -> None:
    """Close the open follow-ups that an observation answers."""
    waiting = (
        select(FollowUp, Placement)
        .join(Placement, col(Placement.id) == col(FollowUp.placement_id))
        .where(
            col(FollowUp.trajectory_id) == observation.trajectory_id,
            col(FollowUp.state).in_(ANSWERABLE),
        )
        .with_for_update(of=FollowUp)
    )
    for follow_up, index in await session.execute(waiting):
        if is_answered_by(follow_up, index, observation):
            answer(follow_up, observation, by.today)
    await session.flush()


def is_answered_by(follow_up: FollowUp, index: Placement, observation: Observation) -> bool:
    """Whether an observation answers a follow-up about its index placement."""
    return answers(
        observation.observed_on,
        opens_on=follow_up.opens_on,
        closes_on=follow_up.closes_on,
        about_another_job=observation.placement_id not in (None, index.id) and observation.in_paid_work,
        index_ended=index.ends_on is not None,
    )


def answer(follow_up: FollowUp, observation: Observation, on: date) -> None:
    """Close a follow-up with the observation that answers it."""
    follow_up.state = FollowUpState.ANSWERED
    follow_up.closed_on = on
    follow_up.answered_by = observation.id

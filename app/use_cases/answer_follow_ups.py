"""Answers follow-ups with what has been observed, so that none is open about what is proven."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import FollowUp, Observation, Placement
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import OPEN_STATES, About, answers

ANSWERABLE = OPEN_STATES | {FollowUpState.UNANSWERED}
"""The states in which a follow-up can still be answered; an answer may come late.

Unreachable and refused are not among them: they tell what somebody found when asking, and evidence does not undo that.
Outcomes look at evidence first, so that such a follow-up keeps nobody from counting as in work.
"""


async def answer_follow_ups(session: AsyncSession, *, by: Actor, trajectory_id: UUID) -> None:
    """Close the follow-ups of a trajectory that what was observed answers, with the earliest observation that does."""
    waiting = (
        select(FollowUp, Placement)
        .join(Placement, col(Placement.id) == col(FollowUp.placement_id))
        .where(col(FollowUp.trajectory_id) == trajectory_id, col(FollowUp.state).in_(ANSWERABLE))
        .with_for_update(of=FollowUp)
    )
    standing = select(Observation).where(
        col(Observation.trajectory_id) == trajectory_id, col(Observation.superseded_at).is_(None)
    )
    pairs = (await session.execute(waiting)).all()
    observations = (await session.scalars(standing)).all() if pairs else []
    for follow_up, index in pairs:
        observation = answer_among(observations, follow_up, index)
        if observation is not None:
            answer(follow_up, observation, by.today)
    await session.flush()


def answer_among(observations: Iterable[Observation], follow_up: FollowUp, index: Placement) -> Observation | None:
    """Find the earliest observation that answers a follow-up about its index placement."""
    answering = (one for one in observations if _answers(one, follow_up, index))
    return min(answering, key=lambda one: one.observed_on, default=None)


def _answers(observation: Observation, follow_up: FollowUp, index: Placement) -> bool:
    return answers(
        observation.observed_on,
        in_paid_work=observation.in_paid_work,
        about=about(observation.placement_id, index.id),
        due_on=follow_up.due_on,
        opens_on=follow_up.opens_on,
        closes_on=follow_up.closes_on,
        index_ends_on=index.ends_on,
    )


def about(placement_id: UUID | None, index_id: UUID) -> About:
    """Tell which job an observation about a placement, or about none, speaks of."""
    if placement_id is None:
        return About.NO_JOB_IN_PARTICULAR
    return About.INDEX if placement_id == index_id else About.ANOTHER_JOB


def answer(follow_up: FollowUp, observation: Observation, on: date) -> None:
    """Close a follow-up with the observation that answers it."""
    follow_up.state = FollowUpState.ANSWERED
    follow_up.closed_on = on
    follow_up.answered_by = observation.id

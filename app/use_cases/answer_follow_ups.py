"""Answers follow-ups with what has been observed, so that none is open about what is proven."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import FollowUp, Observation, Placement
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import Hand, may_pass, states_before
from app.rules.follow_up_schedule import About, answers, lasted
from app.use_cases.pass_follow_up import bring_into, open_state

ANSWERABLE = states_before(FollowUpState.ANSWERED, Hand.PROGRAM)
"""The states in which evidence alone answers a follow-up; an answer may come late.

Unreachable and refused are not among them: they tell what somebody found when asking, and evidence does not undo that.
Outcomes look at evidence first, so that such a follow-up keeps nobody from counting as in work.
"""


async def answer_follow_ups(session: AsyncSession, *, by: Actor, trajectory_id: UUID) -> None:
    """Close the follow-ups of a trajectory that what is known answers, and open those that it answers no longer."""
    may_change = col(FollowUp.state).in_(ANSWERABLE) | (
        (col(FollowUp.state) == FollowUpState.ANSWERED) & col(FollowUp.answered_by).is_(None)
    )
    waiting = (
        select(FollowUp, Placement)
        .join(Placement, col(Placement.id) == col(FollowUp.placement_id))
        .where(col(FollowUp.trajectory_id) == trajectory_id, may_change)
        .with_for_update(of=FollowUp)
    )
    standing = select(Observation).where(
        col(Observation.trajectory_id) == trajectory_id, col(Observation.superseded_at).is_(None)
    )
    pairs = (await session.execute(waiting)).all()
    observations = (await session.scalars(standing)).all() if pairs else []
    for follow_up, index in pairs:
        open_when_it_did_not_last(follow_up, index, by.today)
        answer_from_evidence(follow_up, index, observations, by.today)
    await session.flush()


def open_when_it_did_not_last(follow_up: FollowUp, index: Placement, today: date) -> None:
    """Open a follow-up again that was answered by the last day of its placement, when that is another day now."""
    by_its_end = follow_up.state is FollowUpState.ANSWERED and follow_up.answered_by is None
    if by_its_end and not lasted(index.ends_on, follow_up.due_on):
        bring_into(follow_up, open_state(follow_up, today), today)


def answer_from_evidence(
    follow_up: FollowUp, index: Placement, observations: Iterable[Observation], on: date | None
) -> None:
    """Close a follow-up with the earliest observation that answers it, or by the known last day of its placement.

    `on` is the day on which it is answered; None is the day of the evidence itself.
    """
    if not may_pass(follow_up.state, FollowUpState.ANSWERED, Hand.PROGRAM):
        return
    observation = answer_among(observations, follow_up, index)
    if observation is not None:
        answer(follow_up, observation, on or observation.observed_on)
    elif lasted(index.ends_on, follow_up.due_on):
        bring_into(follow_up, FollowUpState.ANSWERED, on or index.ends_on or follow_up.due_on)


def answer_among(observations: Iterable[Observation], follow_up: FollowUp, index: Placement) -> Observation | None:
    """Find the earliest observation that answers a follow-up about its index placement."""
    answering = (one for one in observations if is_answered_by(one, follow_up, index))
    return min(answering, key=lambda one: one.observed_on, default=None)


def is_answered_by(observation: Observation, follow_up: FollowUp, index: Placement) -> bool:
    """Tell whether an observation answers a follow-up about its index placement."""
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
    bring_into(follow_up, FollowUpState.ANSWERED, on)
    follow_up.answered_by = observation.id

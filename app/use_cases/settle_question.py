"""Settles the question that was answered: its follow-up, and the links that asked it."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience
from app.models import FollowUp, Observation
from app.rules.code_lists import EvidenceSource, FollowUpState
from app.rules.follow_up_life import Hand
from app.rules.work_answer import STRANGER, tells_of_the_day
from app.use_cases.answer_follow_ups import answer, answer_follow_ups
from app.use_cases.pass_follow_up import pass_on_if_possible
from app.use_cases.work_question import WorkQuestion


async def settle_question(
    session: AsyncSession, *, by: Actor, question: WorkQuestion, observation: Observation | None
) -> None:
    """Answer the follow-up with an observation; without one (a stranger) it stays with the team.

    A last day answers it also when that was before it opened. "Still here" before the day that the question is about
    leaves it open, and so does what a participant says of a question that has been answered.
    """
    follow_up = question.follow_up
    if follow_up is not None:
        await session.refresh(follow_up)
        if observation is None:
            follow_up.reason = str(STRANGER[question.source])
        elif _answers(question, follow_up, observation):
            _answer(follow_up, observation, by)
    for link in question.links:
        link.partial = None
    if question.link:
        question.link.answered_at = by.at
        question.link.observation_id = observation.id if observation else None
    await session.flush()
    await answer_follow_ups(session, by=by, trajectory_id=question.placement.trajectory_id)


HANDS = {Audience.EMPLOYER: Hand.EMPLOYER, Audience.PARTICIPANT: Hand.PARTICIPANT}
"""Who answers by the door through which they came; through every other door it is somebody of the team."""


def _answer(follow_up: FollowUp, observation: Observation, by: Actor) -> None:
    """Answer a follow-up, or let another answer take the place of the one that stands, as far as its state allows."""
    stands = follow_up.state is FollowUpState.ANSWERED
    by_hand = HANDS.get(by.audience, Hand.TEAM)
    if stands or pass_on_if_possible(follow_up, FollowUpState.ANSWERED, by=by_hand, on=by.today):
        answer(follow_up, observation, by.today)
        follow_up.reason = None


def _answers(question: WorkQuestion, follow_up: FollowUp, observation: Observation) -> bool:
    answered_already = follow_up.state is FollowUpState.ANSWERED and question.source is EvidenceSource.PARTICIPANT
    return not answered_already and tells_of_the_day(
        observation.observed_on,
        was_last_day=observation.same_conditions is None,
        due_on=follow_up.due_on,
        today=follow_up.due_on,
    )

"""The question that an employer answers: is this person still at work here?"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import NotFound
from app.models import ConfirmationLink, FollowUp, Observation, Placement
from app.rules.employer_answer import NOT_AN_EMPLOYEE, Answer, answer_from, may_end
from app.rules.follow_up_schedule import OPEN_STATES
from app.rules.sentence import Sentence


@dataclass(frozen=True)
class EmployerQuestion:
    """A placement, the follow-up that asks about it, the link if it came by one, and what was answered before."""

    placement: Placement
    follow_up: FollowUp | None
    link: ConfirmationLink | None
    said: Observation | None

    @property
    def answer(self) -> Answer | None:
        """What was answered; None when nobody answered yet."""
        if self.said is not None:
            return answer_from(
                in_paid_work=self.said.in_paid_work,
                same_conditions=self.said.same_conditions,
                was_last_day=self.said.same_conditions is None and self._ended_by(self.said),
            )
        says_stranger = self.follow_up is not None and self.follow_up.reason == NOT_AN_EMPLOYEE
        answered = self.link is not None and self.link.answered_at is not None
        return Answer.NOT_MY_EMPLOYEE if says_stranger or answered else None

    def _ended_by(self, said: Observation) -> bool:
        """Whether the employer said that it ended: on the last day, or against a source that is stronger."""
        ends_on = self.placement.ends_on
        return ends_on is not None and (ends_on == said.observed_on or not may_end(self.placement.end_source))


async def question_of_link(session: AsyncSession, link: ConfirmationLink) -> EmployerQuestion:
    """The question that a link asks."""
    placement = await session.get_one(Placement, link.placement_id)
    follow_up = await session.get(FollowUp, link.follow_up_id) if link.follow_up_id else None
    return EmployerQuestion(placement, follow_up, link, await _standing(session, link.observation_id))


async def question_of_placement(session: AsyncSession, *, by: Actor, placement_id: UUID) -> EmployerQuestion:
    """The question that is open about a placement, or else the one that was answered last."""
    placement = await session.get(Placement, placement_id)
    if placement is None:
        raise NotFound(Sentence("This is not there, or you may not see it."))
    asked = (
        await session.scalars(
            select(FollowUp)
            .where(col(FollowUp.placement_id) == placement_id, col(FollowUp.opens_on) <= by.today)
            .order_by(col(FollowUp.due_on))
        )
    ).all()
    waiting = [one for one in asked if one.state in OPEN_STATES]
    follow_up = next(iter(waiting or reversed(asked)), None)
    said = await _standing(session, follow_up.answered_by if follow_up else None)
    return EmployerQuestion(placement, follow_up, None, said)


async def _standing(session: AsyncSession, observation_id: UUID | None) -> Observation | None:
    """An observation that the employer made and that nobody corrected since."""
    said = await session.get(Observation, observation_id) if observation_id else None
    return said if said and said.superseded_at is None else None

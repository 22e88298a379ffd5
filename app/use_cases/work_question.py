"""The question that an employer or a participant answers: does this person still work here?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import NotFound
from app.models import ConfirmationLink, FollowUp, Observation, Placement
from app.rules.code_lists import AskedOf, EvidenceSource
from app.rules.follow_up_schedule import OPEN_STATES
from app.rules.work_answer import STRANGER, Answer, answer_from, may_end, tells_of_the_day


@dataclass(frozen=True)
class WorkQuestion:
    """A placement, the follow-up that asks about it, who is asked (`source`), and what they answered before.

    `link` is the one by which somebody came, `links` are all that asked the same of them, the latest first.
    """

    placement: Placement
    source: EvidenceSource
    follow_up: FollowUp | None = None
    link: ConfirmationLink | None = None
    links: Sequence[ConfirmationLink] = ()
    said: Observation | None = None

    @property
    def answer(self) -> Answer | None:
        """What was answered; None when nobody answered yet."""
        if self.said is not None:
            return answer_from(
                in_paid_work=self.said.in_paid_work,
                same_conditions=self.said.same_conditions,
                was_last_day=self.is_last_day(self.said),
            )
        says_stranger = self.follow_up is not None and self.follow_up.reason == STRANGER[self.source]
        proved_nothing = any(link.answered_at and not link.observation_id for link in self.links)
        return Answer.NOT_MY_EMPLOYEE if says_stranger or proved_nothing else None

    @property
    def partial(self) -> dict[str, str] | None:
        """What was answered and is no evidence yet."""
        return next((link.partial for link in self.links if link.partial), None)

    def is_last_day(self, said: Observation) -> bool:
        """Whether somebody said that it ended: on the last day, or against a source that is stronger."""
        ends_on, stronger = self.placement.ends_on, not may_end(self.placement.end_source, self.source)
        return said.same_conditions is None and ends_on is not None and (ends_on == said.observed_on or stronger)


async def question_of_link(session: AsyncSession, link: ConfirmationLink, *, today: date) -> WorkQuestion:
    """The question that a link asks."""
    placement = await session.get_one(Placement, link.placement_id)
    follow_up = await session.get(FollowUp, link.follow_up_id) if link.follow_up_id else None
    asked = WorkQuestion(placement, EvidenceSource(link.asked_of), follow_up, link)
    return await read_again(session, asked, today=today)


async def question_of_placement(session: AsyncSession, *, by: Actor, placement_id: UUID) -> WorkQuestion:
    """The question to the employer that is open about a placement, or else the one that was answered last."""
    placement = await session.get(Placement, placement_id)
    if placement is None:
        raise NotFound
    asked = (
        await session.scalars(
            select(FollowUp)
            .where(col(FollowUp.placement_id) == placement_id, col(FollowUp.opens_on) <= by.today)
            .order_by(col(FollowUp.due_on))
        )
    ).all()
    waiting = [one for one in asked if one.state in OPEN_STATES]
    follow_up = next(iter(waiting or reversed(asked)), None)
    return await read_again(session, WorkQuestion(placement, EvidenceSource.EMPLOYER, follow_up), today=by.today)


async def question_of_follow_up(
    session: AsyncSession, *, by: Actor, follow_up_id: UUID, source: EvidenceSource
) -> WorkQuestion:
    """The question of a follow-up, as it is asked of an employer or a participant by somebody of the team."""
    follow_up = await session.get(FollowUp, follow_up_id)
    if follow_up is None:
        raise NotFound
    placement = await session.get_one(Placement, follow_up.placement_id)
    return await read_again(session, WorkQuestion(placement, source, follow_up), today=by.today)


async def read_again(session: AsyncSession, question: WorkQuestion, *, today: date) -> WorkQuestion:
    """The same question with what has been answered to it by now."""
    links = await _links(session, question)
    known = replace(question, links=links)
    answered_by = question.follow_up.answered_by if question.follow_up else None
    standing = await _standing(session, question.source, [answered_by, *(link.observation_id for link in links)])
    due_on = question.follow_up.due_on if question.follow_up else None
    for said in standing:
        if tells_of_the_day(said.observed_on, was_last_day=known.is_last_day(said), due_on=due_on, today=today):
            return replace(known, said=said)
    return known


async def _links(session: AsyncSession, question: WorkQuestion) -> Sequence[ConfirmationLink]:
    """All links that asked this of the same party; without a follow-up, the one at hand alone."""
    if question.follow_up is None:
        return [question.link] if question.link else []
    mine = (
        select(ConfirmationLink)
        .where(
            col(ConfirmationLink.follow_up_id) == question.follow_up.id,
            col(ConfirmationLink.asked_of) == AskedOf(question.source),
        )
        .order_by(col(ConfirmationLink.answered_at).desc().nulls_last(), col(ConfirmationLink.recorded_at).desc())
        .execution_options(populate_existing=True)
    )
    return (await session.scalars(mine)).all()


async def _standing(session: AsyncSession, source: EvidenceSource, ids: Sequence[UUID | None]) -> Sequence[Observation]:
    """Those of these observations that this source made and that nobody corrected since, the latest first."""
    wanted = [one for one in ids if one]
    if not wanted:
        return []
    found = (
        select(Observation)
        .where(
            col(Observation.id).in_(wanted),
            col(Observation.source) == source,
            col(Observation.superseded_at).is_(None),
        )
        .order_by(col(Observation.recorded_at).desc())
    )
    return (await session.scalars(found)).all()

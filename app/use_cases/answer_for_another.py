"""Answers a follow-up for an employer or a participant who told it to somebody of the team, such as by telephone."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict
from app.models import FollowUp
from app.rules.code_lists import AskedOf, EvidenceSource, FollowUpState, ToldHow
from app.rules.sentence import Sentence
from app.use_cases.confirm_placement import Told, WorkAnswered, confirm_placement
from app.use_cases.load import load
from app.use_cases.work_question import question_of_follow_up


class AnswerTold(WorkAnswered):
    """What an employer or a participant told: the same questions as the link asks, with who told it, when and how."""

    source: AskedOf = AskedOf.EMPLOYER
    told_by: str = Field(min_length=1, max_length=200)
    told_on: date
    told_how: ToldHow = ToldHow.TELEPHONE


async def answer_for_another(session: AsyncSession, *, by: Actor, follow_up_id: UUID, told: AnswerTold) -> FollowUp:
    """Record what was told as evidence of its source. It answers the follow-up as far as it proves its day.

    Raises Conflict for a question that is not open yet or that must not be asked.
    """
    follow_up = await load(session, FollowUp, follow_up_id)
    if follow_up.opens_on > by.today:
        opens_on = follow_up.opens_on
        raise Conflict(
            Sentence("This question opens on %(day)s. An answer before that says nothing about its day.", day=opens_on)
        )
    if follow_up.state is FollowUpState.CANCELLED:
        raise Conflict(Sentence("This question is not asked any more."))
    question = await question_of_follow_up(
        session, by=by, follow_up_id=follow_up.id, source=EvidenceSource(told.source)
    )
    await confirm_placement(
        session,
        by=by,
        question=question,
        answered=WorkAnswered(**told.model_dump(include=set(WorkAnswered.model_fields))),
        told=Told(by=told.told_by, on=told.told_on, how=told.told_how),
    )
    await session.refresh(follow_up)
    return follow_up

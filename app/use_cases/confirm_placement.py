"""Takes what an employer or a participant answers about a placement: evidence, perhaps an end of it."""

from dataclasses import dataclass
from datetime import date

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import FieldError
from app.models import Observation, Placement
from app.models.base import Shape
from app.rules.code_lists import Contract, PlacementEndReason, ToldHow
from app.rules.sentence import Sentence
from app.rules.work_answer import (
    REASONS_AN_EMPLOYER_GIVES,
    Answer,
    is_partial,
    may_end,
    proof_of,
)
from app.use_cases.answer_follow_ups import answer_follow_ups
from app.use_cases.audit import Changes, audit
from app.use_cases.correct_observation import open_again
from app.use_cases.faults import fault, not_before, not_in_future, raise_for
from app.use_cases.settle_question import settle_question
from app.use_cases.work_question import WorkQuestion, read_again


class WorkAnswered(Shape):
    """An answer with its details. Which details count depends on the answer; the others are left aside.

    Hours are per week, the wage is gross, in euros per hour.
    """

    answer: Answer
    left_on: date | None = None
    end_reason: PlacementEndReason | None = None
    hours: float | None = Field(default=None, ge=0, le=80)
    contract: Contract | None = None
    hourly_wage: float | None = Field(default=None, ge=0, le=1000)


@dataclass(frozen=True)
class Told:
    """Who told it to the team, on which day and how, when somebody of the team answers for another."""

    by: str
    on: date
    how: ToldHow


async def confirm_placement(
    session: AsyncSession, *, by: Actor, question: WorkQuestion, answered: WorkAnswered, told: Told | None = None
) -> None:
    """Record an answer. A second answer corrects the first, which is kept; the same answer again changes nothing.

    "Left" without a day is kept on the link it came by, and proves nothing yet. Raises InvalidInput with a sentence
    per field.
    """
    placement = question.placement
    await session.refresh(placement, with_for_update=True)
    question = await read_again(session, question, today=by.today)
    raise_for(_faults(question, answered, told, by.today))
    if is_partial(answered.answer, answered.left_on):
        await _keep_partial(session, by, question, answered)
        return
    earlier = question.answer
    if earlier is answered.answer and _says_the_same(question, answered):
        return
    observation = await _record(session, by, question, answered, told)
    ends_before = placement.ends_on
    _bring_end_up_to_date(question, earlier, answered)
    await session.flush()
    await settle_question(session, by=by, question=question, observation=observation)
    await _log(
        session, by, placement, {"answer": (earlier, answered.answer), "ends_on": (ends_before, placement.ends_on)}
    )


def _faults(question: WorkQuestion, answered: WorkAnswered, told: Told | None, today: date) -> list[FieldError | None]:
    starts_on = question.placement.starts_on
    faults: list[FieldError | None] = []
    if told is not None:
        faults += [not_in_future("told_on", told.on, today), not_before("told_on", told.on, starts_on)]
    if answered.answer is not Answer.LEFT:
        return faults
    if answered.left_on is None and question.link is None:
        faults.append(fault("left_on", "missing", Sentence("Fill in the last day on which this person worked.")))
    elif answered.left_on is not None:
        faults.append(not_in_future("left_on", answered.left_on, today))
        faults.append(not_before("left_on", answered.left_on, starts_on))
    if answered.end_reason not in (None, *REASONS_AN_EMPLOYER_GIVES):
        faults.append(fault("end_reason", "not-allowed", Sentence("Choose one of the answers.")))
    return faults


def _says_the_same(question: WorkQuestion, answered: WorkAnswered) -> bool:
    said, placement = question.said, question.placement
    if said is None:
        return True
    if answered.answer is Answer.LEFT:
        return (said.observed_on, placement.end_reason) == (answered.left_on, answered.end_reason)
    if answered.answer is Answer.STILL_HERE:
        return answered.hourly_wage in (None, said.hourly_wage)
    return (said.hours, said.contract, said.hourly_wage) == (answered.hours, answered.contract, answered.hourly_wage)


async def _keep_partial(session: AsyncSession, by: Actor, question: WorkQuestion, answered: WorkAnswered) -> None:
    """Keep what was said without a day; what was answered in full before it stands until the day is known."""
    if question.link is None:
        return
    kept = {"answer": answered.answer.value}
    if answered.end_reason is not None:
        kept["endReason"] = answered.end_reason.value
    if question.link.partial != kept:
        question.link.partial = kept
        await session.flush()
        await _log(session, by, question.placement, {"partial": (None, answered.answer)})


async def _record(
    session: AsyncSession, by: Actor, question: WorkQuestion, answered: WorkAnswered, told: Told | None
) -> Observation | None:
    """Turn the answer into evidence, in the place of what was answered before."""
    placement, said = question.placement, question.said
    proof = proof_of(answered.answer, said_on=told.on if told else by.today, left_on=answered.left_on)
    if said is not None:
        said.superseded_at = by.at
        await open_again(session, by=by, answered_by=said.id)
    if proof is None:
        return None
    changed = answered.answer is Answer.CHANGED
    observation = Observation(
        **placement.fact_keys,
        placement_id=placement.id,
        observed_on=proof.worked_on,
        in_paid_work=True,
        source=question.source,
        same_conditions=proof.same_conditions,
        hours=answered.hours if changed else None,
        contract=answered.contract if changed else None,
        hourly_wage=answered.hourly_wage if answered.answer is not Answer.LEFT else None,
        told_by=told.by if told else None,
        told_on=told.on if told else None,
        told_how=told.how if told else None,
        supersedes_id=said.id if said else None,
    )
    session.add(observation)
    await session.flush()
    await answer_follow_ups(session, by=by, trajectory_id=placement.trajectory_id)
    return observation


def _bring_end_up_to_date(question: WorkQuestion, earlier: Answer | None, answered: WorkAnswered) -> None:
    """The last day that is given ends the placement; taken back, the placement goes on."""
    placement, source = question.placement, question.source
    if not may_end(placement.end_source, source):
        return
    if answered.answer is Answer.LEFT:
        placement.ends_on, placement.end_reason, placement.end_source = answered.left_on, answered.end_reason, source
    elif earlier is Answer.LEFT and placement.end_source is source:
        placement.ends_on = placement.end_reason = placement.end_source = None


async def _log(session: AsyncSession, by: Actor, placement: Placement, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action="confirm",
        object_type="placement",
        object_id=placement.id,
        programme_id=placement.programme_id,
        changes=changes,
    )

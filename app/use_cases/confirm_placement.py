"""Takes an employer's answer about a placement: evidence, perhaps an end, and the follow-up is answered."""

from datetime import date

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import FieldError
from app.models import FollowUp, Observation, Placement
from app.models.base import Shape
from app.rules.code_lists import Contract, EvidenceSource, FollowUpState, PlacementEndReason
from app.rules.employer_answer import (
    NOT_AN_EMPLOYEE,
    REASONS_AN_EMPLOYER_GIVES,
    Answer,
    may_end,
    missing_details,
    proof_of,
)
from app.rules.sentence import Sentence
from app.use_cases.answer_follow_ups import answer_follow_ups
from app.use_cases.audit import audit
from app.use_cases.correct_observation import open_again
from app.use_cases.employer_question import EmployerQuestion
from app.use_cases.faults import fault, not_before, not_in_future, raise_for


class EmployerAnswered(Shape):
    """An answer with its details. Which details count depends on the answer; the others are left aside."""

    answer: Answer
    left_on: date | None = None
    end_reason: PlacementEndReason | None = None
    hours: float | None = Field(default=None, ge=0, le=80)
    contract: Contract | None = None


async def confirm_placement(
    session: AsyncSession, *, by: Actor, question: EmployerQuestion, answered: EmployerAnswered
) -> None:
    """Record an answer. A second answer corrects the first, which is kept; the same answer again changes nothing.

    Raises InvalidInput with a sentence per field.
    """
    placement = question.placement
    await session.refresh(placement, with_for_update=True)
    raise_for(_faults(placement, answered, by.today))
    earlier = question.answer
    if earlier is answered.answer and _says_the_same(question, answered):
        return
    observation = await _record(session, by, question, answered)
    ends_before = placement.ends_on
    _bring_end_up_to_date(placement, earlier, answered)
    await session.flush()
    await _settle_follow_up(session, by, question.follow_up, observation)
    if question.link:
        question.link.answered_at = by.at
        question.link.observation_id = observation.id if observation else None
    await session.flush()
    await audit(
        session,
        by=by,
        action="confirm",
        object_type="placement",
        object_id=placement.id,
        programme_id=placement.programme_id,
        changes={"answer": (earlier, answered.answer), "ends_on": (ends_before, placement.ends_on)},
    )


def _faults(placement: Placement, answered: EmployerAnswered, today: date) -> list[FieldError | None]:
    missing = missing_details(
        answered.answer, left_on=answered.left_on, hours=answered.hours, contract=answered.contract
    )
    faults: list[FieldError | None] = [fault(name, "missing", reason) for name, reason in missing.items()]
    if answered.answer is Answer.LEFT and answered.left_on:
        faults.append(not_in_future("left_on", answered.left_on, today))
        faults.append(not_before("left_on", answered.left_on, placement.starts_on))
        if answered.end_reason not in (None, *REASONS_AN_EMPLOYER_GIVES):
            faults.append(fault("end_reason", "not-allowed", Sentence("Choose one of the answers.")))
    return faults


def _says_the_same(question: EmployerQuestion, answered: EmployerAnswered) -> bool:
    said, placement = question.said, question.placement
    if said is None or answered.answer is Answer.STILL_HERE:
        return True
    if answered.answer is Answer.LEFT:
        return (said.observed_on, placement.end_reason) == (answered.left_on, answered.end_reason)
    return (said.hours, said.contract) == (answered.hours, answered.contract)


async def _record(
    session: AsyncSession, by: Actor, question: EmployerQuestion, answered: EmployerAnswered
) -> Observation | None:
    """Turn the answer into evidence, in the place of what was answered before."""
    placement, said = question.placement, question.said
    proof = proof_of(answered.answer, today=by.today, left_on=answered.left_on)
    if said is not None:
        said.superseded_at = by.at
        await open_again(session, by=by, answered_by=said.id)
    if proof is None:
        return None
    changed = answered.answer is Answer.CHANGED
    observation = Observation(
        programme_id=placement.programme_id,
        trajectory_id=placement.trajectory_id,
        participant_id=placement.participant_id,
        placement_id=placement.id,
        observed_on=proof.worked_on,
        in_paid_work=True,
        source=EvidenceSource.EMPLOYER,
        same_conditions=proof.same_conditions,
        hours=answered.hours if changed else None,
        contract=answered.contract if changed else None,
        supersedes_id=said.id if said else None,
    )
    session.add(observation)
    await session.flush()
    await answer_follow_ups(session, by=by, trajectory_id=placement.trajectory_id)
    return observation


def _bring_end_up_to_date(placement: Placement, earlier: Answer | None, answered: EmployerAnswered) -> None:
    """The last day that an employer gives ends the placement; taken back, the placement goes on."""
    if not may_end(placement.end_source):
        return
    if answered.answer is Answer.LEFT:
        placement.ends_on, placement.end_reason = answered.left_on, answered.end_reason
        placement.end_source = EvidenceSource.EMPLOYER
    elif earlier is Answer.LEFT and placement.end_source is EvidenceSource.EMPLOYER:
        placement.ends_on = placement.end_reason = placement.end_source = None


async def _settle_follow_up(
    session: AsyncSession, by: Actor, follow_up: FollowUp | None, observation: Observation | None
) -> None:
    """The follow-up is answered, also when the last day was before it opened; a stranger's stays with the team."""
    if follow_up is None:
        return
    await session.refresh(follow_up)
    if observation is None:
        follow_up.reason = str(NOT_AN_EMPLOYEE)
    else:
        follow_up.state, follow_up.closed_on = FollowUpState.ANSWERED, by.today
        follow_up.answered_by, follow_up.reason = observation.id, None

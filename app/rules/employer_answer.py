"""What an employer can answer when asked about a placement, and what that proves.

An employer knows who works there, not whether somebody who left works elsewhere. So an answer is never "not in
paid work": having left is proof of work up to and including the last day, and "not my employee" proves nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.code_lists import Contract, EvidenceSource, PlacementEndReason
from app.rules.evidence import STRENGTH
from app.rules.sentence import Sentence


class Answer(StrEnum):
    """What the employer says."""

    STILL_HERE = "still_here"
    CHANGED = "changed"
    LEFT = "left"
    NOT_MY_EMPLOYEE = "not_my_employee"


ANSWERS = (
    (Answer.STILL_HERE, Sentence("Yes, and nothing has changed")),
    (Answer.CHANGED, Sentence("Yes, but the hours or the contract have changed")),
    (Answer.LEFT, Sentence("No, this person has left")),
    (Answer.NOT_MY_EMPLOYEE, Sentence("This person never worked here")),
)
"""The answers in the words of the form."""

REASONS_AN_EMPLOYER_GIVES = (
    PlacementEndReason.CONTRACT_ENDED,
    PlacementEndReason.RESIGNED,
    PlacementEndReason.OTHER_JOB,
    PlacementEndReason.DISMISSED_IN_TRIAL_PERIOD,
    PlacementEndReason.DISMISSED,
    PlacementEndReason.BUSINESS_REASONS,
    PlacementEndReason.OTHER,
)
"""Not asked of an employer: health, care and what else is private."""

NOT_AN_EMPLOYEE = Sentence("The employer says that this person never worked there.")


@dataclass(frozen=True)
class Proof:
    """What an answer proves: work on a day, and whether hours and contract are still the same (None: not said)."""

    worked_on: date
    same_conditions: bool | None


def proof_of(answer: Answer, *, today: date, left_on: date | None) -> Proof | None:
    """Tell what an answer proves; nothing when the employer does not know the person."""
    if answer is Answer.NOT_MY_EMPLOYEE:
        return None
    if answer is Answer.LEFT:
        return Proof(left_on or today, None)
    return Proof(today, answer is Answer.STILL_HERE)


def answer_from(*, in_paid_work: bool, same_conditions: bool | None, was_last_day: bool) -> Answer:
    """Tell what an employer said from the evidence that is left of it, also when somebody else wrote that down."""
    if was_last_day or not in_paid_work:
        return Answer.LEFT
    return Answer.CHANGED if same_conditions is False else Answer.STILL_HERE


def may_end(end_source: EvidenceSource | None) -> bool:
    """Whether an employer's last day replaces the one that is known: not when a stronger source gave that."""
    return end_source is None or STRENGTH[end_source] <= STRENGTH[EvidenceSource.EMPLOYER]


def missing_details(
    answer: Answer, *, left_on: date | None, hours: float | None, contract: Contract | None
) -> dict[str, Sentence]:
    """Say per field what an answer still lacks. Hours or contract is enough, and so is a day without a reason."""
    if answer is Answer.LEFT and left_on is None:
        return {"left_on": Sentence("Fill in the last day on which this person worked.")}
    if answer is Answer.CHANGED and hours is None and contract is None:
        return {"hours": Sentence("Fill in the new hours, or choose the new contract.")}
    return {}

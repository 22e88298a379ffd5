"""What can be answered to the question whether somebody still works somewhere, and what that proves.

An employer knows who works there, not whether somebody who left works elsewhere; and a participant is asked about this
one job. So an answer is never "not in paid work": having left is proof of work up to and including the last day, and
"never worked here" proves nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.code_lists import EvidenceSource, PlacementEndReason
from app.rules.evidence import STRENGTH
from app.rules.sentence import Sentence


class Answer(StrEnum):
    """What is said."""

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
"""The answers in the words of an employer's form."""

REASONS_AN_EMPLOYER_GIVES = (
    PlacementEndReason.CONTRACT_ENDED,
    PlacementEndReason.RESIGNED,
    PlacementEndReason.OTHER_JOB,
    PlacementEndReason.DISMISSED_IN_TRIAL_PERIOD,
    PlacementEndReason.DISMISSED,
    PlacementEndReason.BUSINESS_REASONS,
    PlacementEndReason.OTHER,
)
"""Not asked over a link: health, care and what else is private."""

NOT_AN_EMPLOYEE = Sentence("The employer says that this person never worked there.")
NEVER_WORKED_THERE = Sentence("The participant says: I never worked there.")
STRANGER: Mapping[EvidenceSource, Sentence] = {
    EvidenceSource.EMPLOYER: NOT_AN_EMPLOYEE,
    EvidenceSource.PARTICIPANT: NEVER_WORKED_THERE,
}
"""What stays with the follow-up when whoever is asked knows nothing of the job."""


@dataclass(frozen=True)
class Proof:
    """What an answer proves: work on a day, and whether hours and contract are still the same (None: not said)."""

    worked_on: date
    same_conditions: bool | None


def proof_of(answer: Answer, *, said_on: date, left_on: date | None) -> Proof | None:
    """Tell what an answer of a day proves; nothing when the job is unknown to whoever answers."""
    if answer is Answer.NOT_MY_EMPLOYEE:
        return None
    if answer is Answer.LEFT:
        return Proof(left_on or said_on, None)
    return Proof(said_on, answer is Answer.STILL_HERE)


def answer_from(*, in_paid_work: bool, same_conditions: bool | None, was_last_day: bool) -> Answer:
    """Tell what was answered from the evidence that is left of it, also when somebody else wrote that down."""
    if was_last_day or not in_paid_work:
        return Answer.LEFT
    return Answer.CHANGED if same_conditions is False else Answer.STILL_HERE


def tells_of_the_day(said: date, *, was_last_day: bool, due_on: date | None, today: date) -> bool:
    """Whether an answer still is one to the question about `due_on`: "still here" before that day is not, once it came.

    A last day stays an answer, however early it was.
    """
    return was_last_day or due_on is None or said >= due_on or today < due_on


def may_end(end_source: EvidenceSource | None, source: EvidenceSource = EvidenceSource.EMPLOYER) -> bool:
    """Whether the last day that a source gives replaces the one that is known: not when a stronger one gave that."""
    return end_source is None or STRENGTH[end_source] <= STRENGTH[source]


def is_partial(answer: Answer, left_on: date | None) -> bool:
    """Whether an answer is worth keeping, but proves nothing yet: somebody left, and nobody said on which day."""
    return answer is Answer.LEFT and left_on is None

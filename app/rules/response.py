"""Of how many questions whose day has come the answer is known, who gave it, and what became of the others.

A question is whether one person was in paid work so many months after the first paid job began. Whether it has been
answered is what the outcome report says of it, so that both show one response: an answer that came without telling
about the day itself answers nothing, and a payslip that nobody asked for does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.rules.code_lists import EvidenceSource, FollowUpState
from app.rules.outcome_state import OutcomeState


class Standing(StrEnum):
    """Where one question stands whose day has come. Every such question has exactly one."""

    EMPLOYER = "employer"
    PARTICIPANT = "participant"
    TEAM = "team"
    REGISTER = "register"
    ELSEWHERE = "elsewhere"
    """Known from what was said on another occasion."""
    NOT_ASKED = "not_asked"
    ASKED = "asked"
    IN_PART = "in_part"
    """Somebody began to answer, and what they said is no evidence yet."""
    NO_ANSWER = "no_answer"
    """Waited for in vain until the follow-up closed itself."""
    DAY_UNKNOWN = "day_unknown"
    """Somebody answered, as a rule that the job had ended, and nobody said how it was on the day itself."""
    MOVED = "moved"
    """Somebody moved the question to a day that is still to come."""
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    LEFT_ALONE = "left_alone"
    """The team knows that it does not know."""


KNOWN = (Standing.EMPLOYER, Standing.PARTICIPANT, Standing.TEAM, Standing.REGISTER, Standing.ELSEWHERE)
CAN_BE_ANSWERED = (Standing.NOT_ASKED, Standing.ASKED, Standing.IN_PART, Standing.NO_ANSWER, Standing.DAY_UNKNOWN)
QUIET = (Standing.MOVED, Standing.UNREACHABLE, Standing.REFUSED, Standing.CANCELLED, Standing.LEFT_ALONE)

ANSWERED_BY = {
    EvidenceSource.EMPLOYER: Standing.EMPLOYER,
    EvidenceSource.PARTICIPANT: Standing.PARTICIPANT,
    EvidenceSource.COACH: Standing.TEAM,
    EvidenceSource.REGISTER: Standing.REGISTER,
    EvidenceSource.PAYSLIP: Standing.REGISTER,
}
WITHOUT_ANSWER = {
    FollowUpState.PLANNED: Standing.NOT_ASKED,
    FollowUpState.DUE: Standing.NOT_ASKED,
    FollowUpState.ASKED: Standing.ASKED,
    FollowUpState.ANSWERED: Standing.DAY_UNKNOWN,
    FollowUpState.UNANSWERED: Standing.NO_ANSWER,
    FollowUpState.UNREACHABLE: Standing.UNREACHABLE,
    FollowUpState.REFUSED: Standing.REFUSED,
    FollowUpState.CANCELLED: Standing.CANCELLED,
}
WAITING = frozenset({Standing.NOT_ASKED, Standing.ASKED, Standing.NO_ANSWER})
IS_KNOWN = frozenset({OutcomeState.YES, OutcomeState.NO})
IS_UNKNOWN = frozenset({OutcomeState.UNANSWERED, OutcomeState.UNREACHABLE, OutcomeState.REFUSED})


@dataclass(frozen=True, kw_only=True)
class AskedAbout:
    """A follow-up as far as it matters for the response.

    `first_asked_on` is None when nobody was asked by a message or a link, `closed_on` the day of the answer or of the
    end without one, `job_ends_on` the last day in the job where it is known.
    """

    id: UUID
    trajectory: UUID
    month: int
    employer: UUID
    due_on: date
    state: FollowUpState
    source: EvidenceSource | None = None
    times_asked: int = 0
    first_asked_on: date | None = None
    closed_on: date | None = None
    is_answered_in_part: bool = False
    is_left_alone: bool = False
    job_ends_on: date | None = None


@dataclass(frozen=True)
class DueQuestion:
    """One question whose day has come; `follow_up` is None when none was planned for it."""

    trajectory: UUID
    month: int
    standing: Standing
    follow_up: AskedAbout | None


def standing_of(outcome: OutcomeState, follow_up: AskedAbout | None, today: date) -> Standing | None:
    """Where a question stands; None when its day has not come, or when it is asked no more of somebody who died."""
    if outcome in IS_KNOWN:
        source = follow_up.source if follow_up and follow_up.state is FollowUpState.ANSWERED else None
        return ANSWERED_BY[source] if source else Standing.ELSEWHERE
    if outcome not in IS_UNKNOWN:
        return None
    if follow_up is None:
        return Standing.NOT_ASKED
    if follow_up.is_left_alone:
        return Standing.LEFT_ALONE
    standing = WITHOUT_ANSWER[follow_up.state]
    if standing not in WAITING:
        return standing
    if follow_up.is_answered_in_part:
        return Standing.IN_PART
    return Standing.MOVED if follow_up.due_on > today else standing


def due_questions(
    people: Iterable[tuple[UUID, UUID]],
    follow_ups: Iterable[AskedAbout],
    outcomes: Mapping[UUID, Mapping[int, OutcomeState]],
    today: date,
) -> list[DueQuestion]:
    """Every question whose day has come.

    `people` are pairs of trajectory and participant in the order of registration: of somebody with two trajectories
    the first one counts that has a paid job, as in the report. `outcomes` is trajectory → month → state.
    """
    asked = _one_per_question(follow_ups)
    counted: dict[UUID, UUID] = {}
    for trajectory, participant in people:
        if outcomes.get(trajectory):
            counted.setdefault(participant, trajectory)
    judged = (
        (trajectory, month, outcome, asked.get((trajectory, month)))
        for trajectory in counted.values()
        for month, outcome in sorted(outcomes[trajectory].items())
    )
    return [
        DueQuestion(trajectory, month, standing, follow_up)
        for trajectory, month, outcome, follow_up in judged
        if (standing := standing_of(outcome, follow_up, today))
    ]


def _one_per_question(follow_ups: Iterable[AskedAbout]) -> dict[tuple[UUID, int], AskedAbout]:
    """A job that is no longer the first leaves cancelled follow-ups behind: any other one comes before those."""
    standing_last = sorted(follow_ups, key=lambda one: one.state is not FollowUpState.CANCELLED)
    return {(one.trajectory, one.month): one for one in standing_last}

"""When the programme asks whether the work lasted.

Follow-ups count from the start of the first paid placement of a trajectory, the index placement. The target
date is so many calendar months later; an answer is waited for from 14 days before it until 60 days after it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK, FollowUpState, SpellKind

OPENS_BEFORE = timedelta(days=14)
CLOSES_AFTER = timedelta(days=60)
LATEST_MOVE = timedelta(days=60)
"""How far a person may move the day of a question away from the computed one."""
OPEN_STATES = frozenset({FollowUpState.PLANNED, FollowUpState.DUE, FollowUpState.ASKED})
"""The states in which a question still waits to be asked or answered."""


@dataclass(frozen=True)
class PlannedFollowUp:
    """One question to ask: its month, its target date and the days between which an answer is waited for."""

    month: int
    due_on: date
    opens_on: date
    closes_on: date

    def state_on(self, today: date, *, times_asked: int = 0) -> FollowUpState:
        """Tell the state of a question that nobody has answered yet, asked so many times."""
        if today > self.closes_on:
            return FollowUpState.UNANSWERED
        if today < self.opens_on:
            return FollowUpState.PLANNED
        return FollowUpState.ASKED if times_asked else FollowUpState.DUE

    def on_day(self, due_on: date) -> "PlannedFollowUp":
        """The same question, when a person moved it to a day."""
        return _planned(self.month, due_on)


@dataclass(frozen=True)
class PaidStart:
    """A placement as far as it matters for the question which paid one came first."""

    kind: SpellKind
    starts_on: date
    number: str


class About(Enum):
    """Which job an observation speaks of, seen from the index placement."""

    INDEX = auto()
    ANOTHER_JOB = auto()
    NO_JOB_IN_PARTICULAR = auto()


def plan_follow_ups(starts_on: date, months: Iterable[int]) -> list[PlannedFollowUp]:
    """Plan the follow-ups of an index placement that starts on a day, in order."""
    return [_planned(month, add_months(starts_on, month)) for month in sorted(set(months))]


def first_paid(placements: Sequence[PaidStart]) -> PaidStart | None:
    """Find the index placement: the first paid one, by its start and then by its number."""
    paid = [placement for placement in placements if placement.kind in PAID_WORK]
    return min(paid, key=lambda placement: (placement.starts_on, placement.number), default=None)


def answers(
    observed_on: date,
    *,
    in_paid_work: bool,
    about: About,
    due_on: date,
    opens_on: date,
    closes_on: date,
    index_ends_on: date | None,
) -> bool:
    """Tell whether an observation answers a follow-up.

    Work proves a day only when it was seen on that day or later: within the window, but in another job only once the
    end of the index placement is known; and however late, when it proves that the index placement lasted until the
    target date. "Not in paid work" answers within the window, and so does the known last day of the index placement.
    """
    is_in_window = opens_on <= observed_on <= closes_on
    if not in_paid_work:
        return is_in_window
    if observed_on < due_on:
        return is_in_window and about is About.INDEX and observed_on == index_ends_on
    if is_in_window and (index_ends_on is not None or about is not About.ANOTHER_JOB):
        return True
    return _is_proof_of_index(about, due_on, index_ends_on)


def _is_proof_of_index(about: About, due_on: date, index_ends_on: date | None) -> bool:
    """Work in no job in particular is taken for work in the index placement while no end of that is known."""
    if about is About.INDEX:
        return index_ends_on is None or index_ends_on >= due_on
    return about is About.NO_JOB_IN_PARTICULAR and index_ends_on is None


def lasted(index_ends_on: date | None, due_on: date) -> bool:
    """Tell whether the known last day of the index placement answers the question by itself."""
    return index_ends_on is not None and index_ends_on >= due_on


def employer_can_tell(index_ends_on: date | None, due_on: date) -> bool:
    """Tell whether the employer of the index placement can know: not where somebody works after having left there."""
    return index_ends_on is None or index_ends_on >= due_on


def can_move_to(day: date, computed_due_on: date) -> bool:
    """Tell whether a person may move a question to a day: an answer before the computed one would prove nothing."""
    return computed_due_on <= day <= computed_due_on + LATEST_MOVE


def can_be_given_up(state: FollowUpState, opens_on: date, today: date) -> bool:
    """Tell whether a follow-up is waiting for an answer, or waited in vain."""
    return state is FollowUpState.UNANSWERED or (state in OPEN_STATES and opens_on <= today)


def _planned(month: int, due_on: date) -> PlannedFollowUp:
    return PlannedFollowUp(month, due_on, due_on - OPENS_BEFORE, due_on + CLOSES_AFTER)

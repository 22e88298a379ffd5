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
OPEN_STATES = frozenset({FollowUpState.PLANNED, FollowUpState.DUE, FollowUpState.ASKED})


@dataclass(frozen=True)
class PlannedFollowUp:
    """One question to ask: its month, its target date and the days between which an answer is waited for."""

    month: int
    due_on: date
    opens_on: date
    closes_on: date

    def state_on(self, today: date) -> FollowUpState:
        """Tell the state of a question that nobody has answered or been asked yet."""
        if today > self.closes_on:
            return FollowUpState.UNANSWERED
        return FollowUpState.DUE if today >= self.opens_on else FollowUpState.PLANNED


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

    It does when its day lies within the window; but work in another job leaves the question about the index placement
    open for as long as no end of it is known. It also does, however late it comes, when it proves that the index
    placement lasted until the target date.
    """
    if opens_on <= observed_on <= closes_on:
        return index_ends_on is not None or about is not About.ANOTHER_JOB or not in_paid_work
    return in_paid_work and observed_on >= due_on and _is_proof_of_index(about, due_on, index_ends_on)


def _is_proof_of_index(about: About, due_on: date, index_ends_on: date | None) -> bool:
    """Work in no job in particular is taken for work in the index placement while no end of that is known."""
    if about is About.INDEX:
        return index_ends_on is None or index_ends_on >= due_on
    return about is About.NO_JOB_IN_PARTICULAR and index_ends_on is None


def can_be_given_up(state: FollowUpState, opens_on: date, today: date) -> bool:
    """Tell whether a follow-up is waiting for an answer, or waited in vain."""
    return state is FollowUpState.UNANSWERED or (state in OPEN_STATES and opens_on <= today)


def _planned(month: int, due_on: date) -> PlannedFollowUp:
    return PlannedFollowUp(month, due_on, due_on - OPENS_BEFORE, due_on + CLOSES_AFTER)

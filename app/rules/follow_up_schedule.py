"""When the programme asks whether the work lasted.

Follow-ups count from the start of the first paid placement of a trajectory, the index placement. The target
date is so many calendar months later; an answer is waited for from 14 days before it until 60 days after it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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


def plan_follow_ups(starts_on: date, months: Iterable[int]) -> list[PlannedFollowUp]:
    """Plan the follow-ups of an index placement that starts on a day, in order."""
    return [_planned(month, add_months(starts_on, month)) for month in sorted(set(months))]


def first_paid(placements: Sequence[PaidStart]) -> PaidStart | None:
    """Find the index placement: the first paid one, by its start and then by its number."""
    paid = [placement for placement in placements if placement.kind in PAID_WORK]
    return min(paid, key=lambda placement: (placement.starts_on, placement.number), default=None)


def answers(observed_on: date, *, opens_on: date, closes_on: date, about_another_job: bool, index_ended: bool) -> bool:
    """Tell whether an observation answers a follow-up: its day lies within the window.

    Work in another job leaves the question about the index placement open for as long as no end of it is known.
    """
    return opens_on <= observed_on <= closes_on and (index_ended or not about_another_job)


def can_be_given_up(state: FollowUpState, opens_on: date, today: date) -> bool:
    """Tell whether a follow-up is waiting for an answer, or waited in vain."""
    return state is FollowUpState.UNANSWERED or (state in OPEN_STATES and opens_on <= today)


def _planned(month: int, due_on: date) -> PlannedFollowUp:
    return PlannedFollowUp(month, due_on, due_on - OPENS_BEFORE, due_on + CLOSES_AFTER)

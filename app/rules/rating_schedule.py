"""When the programme asks what it is like at work, and whom about what.

Both are asked one, three and six calendar months after the first day of a paid placement: the participant about the
guidance, the job and feeling at home, the employer about the participant and the programme. A question is asked from
7 days before its day until 42 days after it: by then the next one comes near, and an opinion of the fourth month says
nothing about the first. The windows of two months never meet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK, PlacementEndReason, RatedBy, RatingDimension, SpellKind

MONTHS_OF_RATINGS = (1, 3, 6)
OPENS_BEFORE = timedelta(days=7)
CLOSES_AFTER = timedelta(days=42)
LINK_LASTS = CLOSES_AFTER
ASKED_OF: Mapping[RatedBy, tuple[RatingDimension, ...]] = {
    RatedBy.PARTICIPANT: (RatingDimension.GUIDANCE, RatingDimension.JOB, RatingDimension.BELONGING),
    RatedBy.EMPLOYER: (RatingDimension.PARTICIPANT, RatingDimension.PROGRAMME),
}


class AskState(StrEnum):
    """Where a question stands."""

    LATER = "later"
    DUE = "due"
    ASKED = "asked"
    ANSWERED = "answered"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class PlannedRating:
    """One question to one rater about one placement, and its target date."""

    month: int
    rated_by: RatedBy
    due_on: date


def plan_ratings(kind: SpellKind, starts_on: date, ends_on: date | None, reason: object) -> list[PlannedRating]:
    """Plan the questions about a placement, in order of their day.

    Nothing is asked about a day after the last day worked, about unpaid places, or about somebody who has died.
    """
    if kind not in PAID_WORK or reason is PlacementEndReason.DECEASED:
        return []
    return [
        PlannedRating(month, rater, due_on)
        for month in MONTHS_OF_RATINGS
        if (due_on := add_months(starts_on, month)) <= (ends_on or due_on)
        for rater in ASKED_OF
    ]


def rater_of(dimension: RatingDimension) -> RatedBy:
    """Who is asked about a subject: each is asked of one side only."""
    return next(rater for rater, dimensions in ASKED_OF.items() if dimension in dimensions)


def opens_on(due_on: date) -> date:
    """The first day on which a question may be asked."""
    return due_on - OPENS_BEFORE


def closes_on(due_on: date) -> date:
    """The last day on which a question is asked."""
    return due_on + CLOSES_AFTER


def ask_state(
    today: date,
    *,
    due_on: date,
    ends_on: date | None,
    cancelled: bool = False,
    answered: bool = False,
    asked_until: datetime | None = None,
    at: datetime | None = None,
) -> AskState:
    """Tell where a question stands on a day; `ends_on` is the last day of the placement, `asked_until` when the link
    that is out stops working at the latest, and `at` the moment of asking.
    """
    if answered:
        return AskState.ANSWERED
    if asked_until is not None and at is not None and at < asked_until:
        return AskState.ASKED
    if cancelled or (ends_on is not None and ends_on < due_on):
        return AskState.CANCELLED
    if today < opens_on(due_on):
        return AskState.LATER
    return AskState.DUE if today <= closes_on(due_on) else AskState.MISSED

"""Durations as the API answers them. They are worked out and kept in no table."""

from datetime import date, datetime

from app.models.base import Shape
from app.rules.bilingual_text import BilingualText


class CurveStepPublic(Shape):
    """From the end of a day: the share for whom it is not over, its 95 % interval, and how many were still followed."""

    day: int
    at_risk: int
    share: float
    interval_low: float | None
    interval_high: float | None


class DurationPublic(Shape):
    """How long something took or lasted, in days: Kaplan–Meier over everyone in the programme, exact.

    `over` of `people` had come to the end of it. The days of a quarter, half and three quarters are null where the
    curve has not come so far; the interval is null where all or none are left.
    """

    code: str
    version: int
    title: BilingualText
    question: BilingualText
    people: int
    over: int
    day_quarter: int | None
    day_half: int | None
    day_three_quarters: int | None
    steps: list[CurveStepPublic]
    as_of: date
    known_at: datetime

"""A series as the API answers it. It is worked out and kept in no table."""

from datetime import date, datetime

from app.models.base import Shape
from app.rules.bilingual_text import BilingualText


class MonthPublic(Shape):
    """One month after the start: counts of persons, and rates as fractions; null where nothing is to be divided by."""

    month: int
    cohort: int
    excluded: int
    not_yet_due: int
    due: int
    yes: int
    no: int
    unanswered: int
    unreachable: int
    refused: int
    response_rate: float | None
    rate: float | None
    lower: float | None
    upper: float | None
    interval_low: float | None
    interval_high: float | None


class SeriesDifferencePublic(Shape):
    """One month: the rate of the first group less that of the second, with its 95 % interval (Newcombe)."""

    month: int
    difference: float
    interval_low: float
    interval_high: float


class SeriesGroupPublic(Shape):
    """The months of one group; `group` is empty for everyone, and null in it is a value that nobody recorded."""

    group: dict[str, str | None]
    months: list[MonthPublic]


class SeriesPublic(Shape):
    """One question asked at each month since the start, exact.

    Where there are groups, `compared` are the two largest and `differences` the first of those less the second.
    """

    code: str
    version: int
    title: BilingualText
    question: BilingualText
    groups: list[SeriesGroupPublic]
    compared: list[dict[str, str | None]]
    differences: list[SeriesDifferencePublic]
    as_of: date
    known_at: datetime

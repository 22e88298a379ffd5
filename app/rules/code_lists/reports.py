"""Outcome reports that are asked for and kept."""

from enum import StrEnum


class PullResult(StrEnum):
    """What came of it when somebody asked for an outcome report."""

    PUBLISHED = "published"
    REFUSED = "refused"
    EXACT = "exact"


class ReferenceDay(StrEnum):
    """Which day an edition of a saved report is about: the last one of a period that is over, or the day itself."""

    DAY_ITSELF = "day_itself"
    LAST_MONTH = "last_month"
    LAST_QUARTER = "last_quarter"
    LAST_YEAR = "last_year"

"""The only place that reads the time.

Rules and use cases are handed a day or a moment by whoever calls them, so that they can be tried for any day.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """The calendar day in the Netherlands at a moment."""
    return moment.astimezone(DUTCH_TIME).date()

"""The only place that reads the time.

Rules and use cases are handed a day or a moment by whoever calls them, so that they can be tried for any day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")

_AHEAD = ContextVar("ahead", default=timedelta())
"""How far this request or this process runs ahead of the real time; only the test clock (`app.test_clock`) sets it."""


def now() -> datetime:
    """This moment, in UTC; moved by the test clock."""
    return real_now() + _AHEAD.get()


def real_now() -> datetime:
    """This moment, in UTC, whatever the test clock says: for how long a sign-in or a token lasts."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """The calendar day in the Netherlands at a moment."""
    return moment.astimezone(DUTCH_TIME).date()


def is_moved() -> bool:
    """Whether the test clock is at work here."""
    return bool(_AHEAD.get())


def move_to(moment: datetime) -> None:
    """Let it be another moment from here on, for the whole process when nothing else runs in it yet."""
    _AHEAD.set(moment - real_now())


@contextmanager
def moved_to(moment: datetime) -> Iterator[None]:
    """Let it be another moment within the block; the time goes on from there."""
    before = _AHEAD.set(moment - real_now())
    try:
        yield
    finally:
        _AHEAD.reset(before)

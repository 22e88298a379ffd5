"""At which moments a message may reach somebody: on working days, outside the quiet hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.rules.working_days import first_working_day, is_working_day

QUIET_UNTIL, QUIET_FROM = 8, 18
"""Whole hours of the day in Dutch time between which messages go out, unless a programme chooses otherwise."""
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


def sending_moment(at: datetime, *, quiet_until: int = QUIET_UNTIL, quiet_from: int = QUIET_FROM) -> datetime:
    """Find the first moment, from this one on, at which a message may go out; both in UTC."""
    local = at.astimezone(DUTCH_TIME)
    day = local.date()
    if is_working_day(day) and quiet_until <= local.hour < quiet_from:
        return at
    if local.hour >= quiet_from:
        day += timedelta(days=1)
    return datetime.combine(first_working_day(day), time(quiet_until), tzinfo=DUTCH_TIME).astimezone(UTC)

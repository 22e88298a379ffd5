"""Days around the real one, for what goes by the clock of the web."""

from datetime import date, timedelta

from app import clock

TODAY = clock.day_of(clock.now())


def days(number: int) -> date:
    """So many days after today; before it when that is negative."""
    return TODAY + timedelta(days=number)

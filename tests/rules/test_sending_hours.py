"""Messages reach people on working days, outside the quiet hours."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.rules.sending_hours import sending_moment

DUTCH = ZoneInfo("Europe/Amsterdam")


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """A moment in Dutch time in 2026; 2 March is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=DUTCH)


@pytest.mark.parametrize(
    ("moment", "then"),
    [
        (at(2, 9, 30), at(2, 9, 30)),
        (at(2, 8), at(2, 8)),
        (at(2, 7, 59), at(2, 8)),
        (at(2, 0, 30), at(2, 8)),
        (at(2, 17, 59), at(2, 17, 59)),
        (at(2, 18), at(3, 8)),
        (at(6, 20), at(9, 8)),  # Friday evening
        (at(7, 10), at(9, 8)),  # Saturday
        (at(6, 12, month=4), at(7, 8, month=4)),  # Easter Monday
        (at(27, 19), at(30, 8)),  # over the night on which the clock goes forward
    ],
)
def test_a_message_waits_for_the_next_working_morning(moment: datetime, then: datetime) -> None:
    found = sending_moment(moment.astimezone(UTC))
    assert (found, found.tzinfo) == (then, UTC)


def test_a_programme_may_choose_other_hours() -> None:
    assert sending_moment(at(2, 9), quiet_until=10, quiet_from=12) == at(2, 10)
    assert sending_moment(at(2, 12), quiet_until=10, quiet_from=12) == at(3, 10)

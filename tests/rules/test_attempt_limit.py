"""How often links may be tried, and from where."""

from datetime import UTC, datetime, timedelta

import pytest

from app.rules.attempt_limit import WITHIN, address_range, lately

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("host", "counted_as"),
    [
        ("192.0.2.17", "192.0.2.0/24"),
        ("::ffff:192.0.2.99", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_neighbours_count_as_one(host: str, counted_as: str) -> None:
    assert address_range(host) == counted_as


def test_what_is_ten_minutes_ago_no_longer_counts() -> None:
    assert lately([NOW - WITHIN, NOW - WITHIN + timedelta(seconds=1), NOW], NOW) == [
        NOW - WITHIN + timedelta(seconds=1),
        NOW,
    ]

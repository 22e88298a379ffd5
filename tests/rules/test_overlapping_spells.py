"""Spells that run at the same time."""

from datetime import date

import pytest

from app.rules.overlapping_spells import KnownSpell, Overlap, overlaps_of

FROM_MARCH = KnownSpell("second", date(2026, 3, 1), date(2026, 9, 1), is_over=True)


@pytest.mark.parametrize(
    ("known_until", "is_over", "overlap"),
    [
        (date(2026, 2, 28), True, None),
        (date(2026, 3, 1), True, Overlap.CERTAIN),
        (date(2026, 2, 28), False, Overlap.POSSIBLE),
        (date(2026, 3, 1), False, Overlap.CERTAIN),
    ],
)
def test_two_spells_share_a_day_may_do_so_or_do_not(known_until: date, is_over: bool, overlap: Overlap | None) -> None:
    from_january = KnownSpell("first", date(2026, 1, 1), known_until, is_over)
    expected = {} if overlap is None else {"second": overlap}
    assert overlaps_of(from_january, [FROM_MARCH]) == expected
    assert list(overlaps_of(FROM_MARCH, [from_january]).values()) == list(expected.values())

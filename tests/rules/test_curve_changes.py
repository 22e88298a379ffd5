"""What changed in a curve since an edition: told as numbers, unless too few people changed."""

from app.rules.curve_changes import NamedNumbers, TwoMoments, curve_changes
from app.rules.disclosure import SUPPRESSED
from app.rules.edition_changes import MetricChange, NumberChange


def changes(then: dict[str, int], now: dict[str, int], moved: int, *, version_now: int = 1) -> list[MetricChange]:
    """One curve of 40 people, of which so many moved into another month."""
    two = TwoMoments(
        edition={"curve": NamedNumbers(1, then, absent=SUPPRESSED)},
        now={"curve": NamedNumbers(version_now, now, absent=SUPPRESSED)},
        counts_then={"curve": {"3 months": 40}},
        counts_now={"curve": {"3 months": 40 - moved, "6 months": moved}},
    )
    return curve_changes(two, 10)


def test_nothing_is_told_where_nobody_moved() -> None:
    assert changes({"people": 40}, {"people": 40}, 0) == []


def test_a_change_is_the_number_then_and_now_and_withheld_where_it_is_not_there() -> None:
    (change,) = changes({"people": 40, "three": 40}, {"people": 40, "six": 20}, 20)
    assert change.numbers == (NumberChange({}, "three", 40, SUPPRESSED), NumberChange({}, "six", SUPPRESSED, 20))
    assert not change.withheld


def test_of_a_few_people_no_number_is_told() -> None:
    (change,) = changes({"three": 40}, {"three": 30}, 9)
    assert (change.withheld, change.numbers) == (True, ())


def test_numbers_of_another_version_are_not_compared() -> None:
    (change,) = changes({"three": 40}, {"three": 30}, 20, version_now=2)
    assert (change.version_then, change.version_now, change.numbers) == (1, 2, ())

"""What changed since an edition: told as numbers, unless too few people changed."""

from datetime import date, datetime

from app.rules.disclosure import publish
from app.rules.edition_changes import MetricChange, TwoReports, changes_since
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from tests.factories import MOMENT

DAY = date(2026, 3, 2)


def rows(total: tuple[int, int], *, version: int = 1, **groups: tuple[int, int]) -> list[OutcomeRow]:
    """How many yes and no: in total, and per gender."""
    return [row({}, total, version), *(row({"gender": name}, counts, version) for name, counts in groups.items())]


def row(group: dict[str, str | None], counts: tuple[int, int], version: int, at: datetime = MOMENT) -> OutcomeRow:
    yes, no = counts
    states = StateCounts(yes=yes, no=no)
    return outcome_row(metric="admitted", version=version, group=group, counts=states, as_of=DAY, known_at=at)


def changes(then: list[OutcomeRow], now: list[OutcomeRow]) -> list[MetricChange]:
    return changes_since(TwoReports(publish(then), publish(now), then, now), 10)


def told(change: MetricChange) -> set[tuple[str, str, object, object]]:
    return {
        (one.group.get("gender") or "all", one.number, one.then, one.now)
        for one in change.numbers
        if isinstance(one.then, int) and isinstance(one.now, int)
    }


def test_what_did_not_change_is_not_listed() -> None:
    assert changes(rows((30, 20)), rows((30, 20))) == []


def test_a_change_is_told_as_the_old_number_and_the_new_one() -> None:
    (change,) = changes(rows((30, 20)), rows((50, 20)))
    assert not change.withheld
    assert told(change) == {("all", "cohort", 50, 70), ("all", "due", 50, 70), ("all", "yes", 30, 50)}
    assert ("rate", 0.6, 50 / 70) in [(one.number, one.then, one.now) for one in change.numbers]


def test_a_change_by_too_few_people_is_withheld_with_all_numbers_of_its_row() -> None:
    (change,) = changes(rows((30, 40)), rows((39, 60)))
    assert (change.withheld, change.numbers) == (True, ())


def test_a_group_that_too_few_changed_in_takes_the_other_groups_along() -> None:
    then, now = rows((60, 60), f=(30, 30), m=(30, 30)), rows((75, 60), f=(42, 30), m=(33, 30))
    (change,) = changes(then, now)
    assert change.withheld
    assert {group for group, *_ in told(change)} == {"all"}


def test_groups_are_not_told_when_together_they_would_tell_that_few_changed() -> None:
    then, now = rows((60, 60), f=(30, 30), m=(30, 30)), rows((62, 60), f=(42, 30), m=(20, 30))
    (change,) = changes(then, now)
    assert (change.withheld, change.numbers) == (True, ())


def test_a_group_that_was_not_there_is_new() -> None:
    then, now = rows((60, 60), f=(60, 60)), rows((80, 80), f=(60, 60), m=(20, 20))
    (change,) = changes(then, now)
    assert ("m", "yes", None, 20) in [
        (one.group.get("gender"), one.number, one.then, one.now) for one in change.numbers
    ]


def test_a_metric_that_counts_otherwise_by_now_is_not_compared() -> None:
    (change,) = changes(rows((30, 20)), rows((50, 20), version=2))
    assert (change.version_then, change.version_now, change.numbers) == (1, 2, ())

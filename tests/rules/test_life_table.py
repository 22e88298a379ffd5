"""A curve that may be published: in steps of months with enough people in each, from rounded counts."""

from collections.abc import Iterator
from random import Random

import pytest

from app.rules.disclosure import publish
from app.rules.life_table import Interval, LifeTable, life_table, untold_months
from app.rules.outcome_numbers import StateCounts
from tests.rules.random_reports import exact_row

THRESHOLD = 10


def intervals(*counts: tuple[int, int]) -> list[Interval]:
    """Over and lost for each of the six told months; nothing after those that are given."""
    return [Interval(*one) for one in counts] + [Interval(0, 0)] * (6 - len(counts))


def table(people: int, *counts: tuple[int, int]) -> LifeTable:
    found = life_table(people, sum(over for over, _ in counts), intervals(*counts), THRESHOLD)
    assert found is not None
    return found


def test_who_is_last_seen_in_an_interval_counts_for_half_of_it() -> None:
    first, second, *_ = table(200, (40, 20), (35, 0)).steps

    assert (first.months, first.over, first.lost, first.at_risk) == (3, 40, 20, 140)
    assert first.share == pytest.approx(1 - 40 / 190)
    assert second.share == pytest.approx((1 - 40 / 190) * (1 - 35 / 140))


def test_the_interval_around_a_share_is_that_of_greenwood_on_the_scale_of_log_log() -> None:
    """Without anybody lost it is the interval of a share: 60 of 100, worked out by hand."""
    (step, *_) = table(100, (40, 0)).steps

    assert step.low is not None
    assert step.high is not None
    assert (round(step.low, 4), round(step.high, 4)) == (0.4972, 0.6884)


def test_a_month_with_too_few_people_is_put_together_with_the_next() -> None:
    steps = table(100, (4, 0), (13, 0)).steps

    assert [(step.months, step.over) for step in steps[:2]] == [(6, 15), (9, 0)]


def test_the_curve_stops_where_too_few_are_followed_further() -> None:
    assert [step.months for step in table(60, (20, 0), (31, 0)).steps] == [3]


def test_a_month_of_which_the_report_withholds_how_many_it_was_over_is_put_together_with_the_next() -> None:
    told = StateCounts(yes=30, no=70)
    rows = publish([exact_row("placed_6", StateCounts(yes=4, no=96)), exact_row("placed_12", told)])
    untold = untold_months(rows, {"placed_6": 6, "placed_12": 12})
    found = life_table(100, 30, intervals((10, 0), (15, 0), (15, 0)), THRESHOLD, untold)

    assert untold == {6}
    assert found
    assert [(step.months, step.over) for step in found.steps[:2]] == [(3, 10), (9, 30)]


def test_under_the_threshold_there_is_no_curve() -> None:
    assert life_table(9, 9, intervals((9, 0)), THRESHOLD) is None


def test_a_report_that_shows_counts_from_five_on_has_no_curve() -> None:
    assert life_table(200, 75, intervals((40, 20), (35, 0)), 5) is None


def test_the_steps_say_no_more_about_how_many_people_there_are_than_that_number_does_itself() -> None:
    """13 and 13 and 38 are 64, which is shown as 65; shown as 15, 15 and 40 they would say that it is not 63."""
    assert table(64, (13, 13)).steps == ()
    assert len(table(65, (15, 10)).steps) == 6


def test_the_steps_leave_room_for_later_months_to_who_knows_for_how_many_it_was_over_at_all() -> None:
    """Told as 15 and 10 they are 23 at least. 27 are shown as 25, which may be 23; 28 as 30, which leaves five."""
    assert [step.months for step in table(60, (14, 0), (10, 20), (0, 0), (0, 6), (3, 0)).steps] == [3]
    assert [step.months for step in table(60, (14, 0), (10, 20), (0, 0), (0, 6), (4, 0)).steps] == [3, 6, 9]


@pytest.mark.parametrize("seed", range(4))
def test_every_count_under_the_threshold_could_have_been_another_one(seed: int) -> None:
    """On 1,000 random populations in all: whoever reads the curve must allow for another count in its place."""
    chance = Random(seed)  # noqa: S311  nothing secret is drawn with it
    for _ in range(250):
        many = chance.choice((3, 8, 15, 40))
        cells = [Interval(chance.randrange(many), chance.randrange(many)) for _ in range(6)]
        people = sum(one.over + one.lost for one in cells) + chance.randrange(many * 2)
        later = chance.randrange(3)
        shown = published(people, later, cells)
        for month, cell in enumerate(cells):
            for kind in ("over", "lost"):
                if 0 < getattr(cell, kind) < THRESHOLD:
                    worlds = other_worlds(cells, (month, kind))
                    assert any(published(people, later, other) == shown for other in worlds), (people, cells)


def published(people: int, later: int, cells: list[Interval]) -> LifeTable | None:
    return life_table(people, later + sum(one.over for one in cells), cells, THRESHOLD)


Place = tuple[int, str]


def other_worlds(cells: list[Interval], place: Place) -> Iterator[list[Interval]]:
    """Worlds with one person more or less in a cell, who left another cell for it, or was followed to the end."""
    others = [(month, kind) for month in range(6) for kind in ("over", "lost") if (month, kind) != place]
    for by in (1, -1):
        yield changed(cells, {place: by})
        yield from (changed(cells, {place: by, other: -by}) for other in others)


def changed(cells: list[Interval], by: dict[Place, int]) -> list[Interval]:
    return [
        Interval(max(0, cell.over + by.get((month, "over"), 0)), max(0, cell.lost + by.get((month, "lost"), 0)))
        for month, cell in enumerate(cells)
    ]

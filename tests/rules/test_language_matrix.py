"""From which language level to which: what may be published of it."""

from random import Random

import pytest

from app.rules.language_matrix import CELLS, Cell, gained, published_matrix

THRESHOLD = 10


def test_a_cell_of_ten_or_more_is_shown_and_the_rest_is_withheld_also_where_nobody_is() -> None:
    shown = published_matrix({(0, 1): 23, (1, 1): 9, (1, 2): 12}, THRESHOLD)

    assert shown.cells == {(0, 1): 25, (1, 2): 10}
    assert shown.people == 45


def test_of_too_few_people_nothing_is_told() -> None:
    shown = published_matrix({(0, 1): 9}, THRESHOLD)

    assert (shown.cells, shown.people) == ({}, None)


@pytest.mark.parametrize("seed", range(2))
def test_no_count_under_the_threshold_can_be_worked_out_from_those_who_gained_and_who_did_not(seed: int) -> None:
    """A thousand random squares in all: each small cell could hold at least three different numbers."""
    chance = Random(seed)  # noqa: S311  nothing secret is drawn with it
    for _ in range(500):
        cells = {cell: chance.choice((0, 0, 1, 4, 9, 12, 30)) for cell in CELLS}
        shown = published_matrix(cells, THRESHOLD)
        for small in (cell for cell in CELLS if 0 < cells[cell] < THRESHOLD):
            region = [cell for cell in CELLS if gained(cell) == gained(small)]
            assert len(possible(cells, shown.cells.keys(), region)) >= 3


def possible(cells: dict[Cell, int], shown: object, region: list[Cell]) -> range:
    """What a withheld cell of a region can hold, when its rounded total and its rounded cells are known."""
    assert isinstance(shown, type({}.keys()))
    told = [cells[cell] for cell in region if cell in shown]
    whole = sum(cells[cell] for cell in region)
    most = (whole + 2) // 5 * 5 + 2 - sum(max(THRESHOLD, (count + 2) // 5 * 5 - 2) for count in told)
    withheld = len(region) - len(told)
    least = 0 if withheld > 1 else max(0, (whole + 2) // 5 * 5 - 2 - sum((count + 2) // 5 * 5 + 2 for count in told))
    return range(least, min(most, THRESHOLD - 1) + 1)

"""From which language level to which: what may be published of it."""

from random import Random

import pytest

from app.rules.disclosure import SUPPRESSED, PublishedCount
from app.rules.language_matrix import CELLS, Cell, LanguageMatrix, gained, published_matrix
from app.rules.other_worlds import rounded
from app.rules.shown_counts import least, most

THRESHOLD = 10


def published(cells: dict[Cell, int], **counts: PublishedCount) -> LanguageMatrix:
    """Beside the numbers who gained and who did not, rounded, unless said otherwise."""
    yes, no = (sum(n for cell, n in cells.items() if gained(cell) is wanted) for wanted in (True, False))
    return published_matrix(cells, threshold=THRESHOLD, **{"yes": rounded(yes), "no": rounded(no), **counts})


def test_a_cell_of_ten_or_more_is_shown_and_the_rest_is_withheld_also_where_nobody_is() -> None:
    shown = published({(0, 1): 23, (1, 1): 9, (1, 2): 12, (2, 2): 13})

    assert shown.cells == {(0, 1): 25, (1, 2): 10, (2, 2): 15}
    assert shown.people is None


def test_where_the_number_who_gained_is_withheld_its_cells_are_too() -> None:
    shown = published({(0, 1): 23, (1, 1): 19}, yes=SUPPRESSED)

    assert shown.cells == {(1, 1): 20}


def test_cells_say_no_more_about_those_who_gained_than_that_number_does_itself() -> None:
    """Four times 13 is 52 and shown as 50, which is at most 52; the four cells would say that it is 52 at least."""
    shown = published({(0, 1): 13, (0, 2): 13, (1, 2): 13, (1, 3): 13})

    assert len(shown.cells) == 3


def test_cells_leave_room_for_a_small_one_when_it_is_known_exactly_how_many_gained() -> None:
    """Groups of a report can add up to 53 exactly: beside four cells of 13 at least, one or nobody would be left."""
    shown = published({(0, 1): 13, (0, 2): 13, (1, 2): 13, (1, 3): 13, (2, 3): 1})

    assert len(shown.cells) == 3


@pytest.mark.parametrize("seed", range(2))
def test_no_count_under_the_threshold_can_be_worked_out_from_those_who_gained_and_who_did_not(seed: int) -> None:
    """A thousand random squares in all: each small cell could hold nobody, one person, or two at least."""
    chance = Random(seed)  # noqa: S311  nothing secret is drawn with it
    for _ in range(500):
        cells = {cell: chance.choice((0, 0, 0, 0, 0, 1, 4, 9, 12, 13, 30)) for cell in CELLS}
        shown = published(cells)
        for has_gained in (True, False):
            told = [n for cell, n in shown.cells.items() if gained(cell) is has_gained]
            whole = rounded(sum(n for cell, n in cells.items() if gained(cell) is has_gained))
            left = most(whole) - sum(least(n, THRESHOLD) for n in told)
            assert left >= 2
            assert all(cells[cell] >= THRESHOLD for cell in shown.cells)

"""Which counts of a report are withheld, so that nobody can be recognised in it.

First what is too small in itself: a count of one up to the threshold, and everything under a whole that
is so small. Then as little else as is needed to keep each of those from being worked out: a count is
only safe when the reader must allow for at least three values (see ``other_worlds``). The total is
decided by itself, so that it is the same in every grouping; what the groups need is withheld in groups.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.rules.other_worlds import UNLIMITED, OtherWorlds, rounded
from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_cells import (
    ANSWER_FIELDS,
    COUNT_FIELDS,
    ReportCells,
    Sum,
    lay_out,
    value_of,
)

OTHER_VALUES_NEEDED = 2
OTHER_VALUES_TRIED = 8
"""The nearest ones; where none of these can be true, the count is hard to hide and more is withheld."""

LARGEST_EMPLOYER_SHARE = 0.8
"""Above this share the answers of a group are those about one employer."""

PRICES = {
    "unreachable": 1,
    "refused": 1,
    "unanswered": 2,
    "excluded": 2,
    "not_yet_due": 2,
    "no": 5,
    "yes": 6,
    "cohort": 9,
    "due": 10,
}
"""How much a reader loses with each count: the kinds of unknown go before yes, no and due."""

PRICE_STEP = 10_000
BUDGETS = (0, 3 * PRICE_STEP, 8 * PRICE_STEP, 20 * PRICE_STEP, UNLIMITED)
"""First look for worlds that cost nothing, then for ever dearer ones."""

Columns = dict[str, Sequence[OutcomeRow]]
Withheld = set[tuple[str, int, str]]


def withheld_counts(columns: Columns, threshold: int) -> Withheld:
    """The counts to withhold, as (metric, row, count); per metric the total comes first, then the groups."""
    totals = {metric: rows[:1] for metric, rows in columns.items()}
    of_totals = _withheld_cells(totals, threshold, set())
    if all(len(rows) == 1 for rows in columns.values()):
        return of_totals
    return _withheld_cells(columns, threshold, of_totals)


def _withheld_cells(columns: Columns, threshold: int, decided: Withheld) -> Withheld:
    """Withhold what is small and what would give it back; ``decided`` is what the total withholds already."""
    cells = lay_out(columns)
    in_question = cells.of_groups() or cells.of_total()
    worlds = OtherWorlds(cells, threshold, {cell: _price(cells, cell) for cell in in_question})
    worlds.withhold(cells.cell(*place) for place in decided)
    worlds.withhold(_withheld_in_themselves(cells, columns, threshold, in_question))
    _withhold_what_subtracts(worlds)
    if not all(_make_safe(worlds, cell) for cell in sorted(worlds.withheld) if worlds.is_small(cell)):
        worlds.withhold(in_question)
    _withhold_what_subtracts(worlds)
    return {
        (metric, row, count)
        for metric, rows in columns.items()
        for row in range(len(rows))
        for count in COUNT_FIELDS
        if cells.cell(metric, row, count) in worlds.withheld
    }


def _price(cells: ReportCells, cell: int) -> int:
    return PRICES[cells.fields[cell]] * PRICE_STEP + min(cells.values[cell], PRICE_STEP - 1)


def _withheld_in_themselves(
    cells: ReportCells, columns: Columns, threshold: int, in_question: Sequence[int]
) -> Sequence[int]:
    candidates = set(in_question)
    return [
        cells.cell(metric, row_number, count)
        for metric, rows in columns.items()
        for row_number, row in enumerate(rows)
        for count in COUNT_FIELDS
        if cells.cell(metric, row_number, count) in candidates and _too_telling(row, count, threshold)
    ]


def _too_telling(row: OutcomeRow, count: str, threshold: int) -> bool:
    """Whether a count is withheld by itself: it, or a whole that it is part of, is about too few people."""
    about = [count, "cohort"]
    if count in ANSWER_FIELDS:
        about.append("due")
        if (row.largest_employer_share or 0) > LARGEST_EMPLOYER_SHARE:
            return True
    return any(0 < value_of(row, whole) < threshold for whole in about)


def _withhold_what_subtracts(worlds: OtherWorlds) -> None:
    """Withhold more in each sum from which a reader would get a withheld count, or a small one, by subtracting."""
    unsettled = True
    while unsettled:
        unsettled = False
        for terms in worlds.cells.sums:
            others = [cell for cell, _ in terms if cell in worlds.price and cell not in worlds.withheld]
            if others and _gives_back(worlds, terms):
                worlds.withhold([min(others, key=worlds.price.__getitem__)])
                unsettled = True


def _gives_back(worlds: OtherWorlds, terms: Sum) -> bool:
    """Whether the counts shown in a sum leave only one withheld, or leave about so many that they are too few."""
    withheld = [cell for cell, _ in terms if cell in worlds.withheld]
    left = abs(sum(sign * rounded(worlds.cells.values[cell]) for cell, sign in terms if cell not in worlds.withheld))
    return len(withheld) == 1 or (len(withheld) > 1 and 0 < left < worlds.threshold)


def _make_safe(worlds: OtherWorlds, cell: int) -> bool:
    """Withhold more until the cell could have enough other values; False when no search finds them."""
    value = worlds.cells.values[cell]
    changes = sorted(
        (other - value for other in range(worlds.threshold) if other != value),
        key=lambda change: (abs(change), change),
    )[:OTHER_VALUES_TRIED]
    for budget in BUDGETS:
        for change in changes:
            if len(worlds.other_values[cell]) >= OTHER_VALUES_NEEDED:
                return True
            if value + change not in worlds.other_values[cell]:
                worlds.look_for(cell, change, budget)
    return len(worlds.other_values[cell]) >= OTHER_VALUES_NEEDED

"""A series as one long table: a line per number, with its month."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from app.outcomes.formats import NUMBERS, group_as_text, harmless
from app.outcomes.series import SeriesRow
from app.rules.series import Series


def series_table(series: Series, rows: Iterable[SeriesRow]) -> str:
    """Series, group, month, state and value; the group of everyone and a number that does not exist are empty."""
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(("series", "group", "month", "state", "value"))
    for row in rows:
        for month, numbers in enumerate(row.months, start=1):
            group = harmless(group_as_text(numbers))
            writer.writerows((series.code, group, month, field, getattr(numbers, field)) for field in NUMBERS)
    return table.getvalue()

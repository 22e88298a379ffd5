"""The rows of a report for other programs: JSON objects, and one long table as CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO

from app.outcomes.duration_formats import AnyDuration, duration_lines
from app.outcomes.further_figures import FurtherLine
from app.outcomes.language_matrices import NO_LEVELS, Matrices
from app.outcomes.language_matrix_formats import matrix_lines
from app.outcomes.moment_format import in_utc
from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.outcome_numbers import OutcomeRow

NUMBERS = {
    "cohort": "cohort",
    "excluded": "excluded",
    "not_yet_due": "notYetDue",
    "due": "due",
    "yes": "yes",
    "no": "no",
    "unanswered": "unanswered",
    "unreachable": "unreachable",
    "refused": "refused",
    "response_rate": "responseRate",
    "rate": "rate",
    "lower": "lower",
    "upper": "upper",
    "interval_low": "intervalLow",
    "interval_high": "intervalHigh",
}
"""Fields of a row in the order in which they are shown, and their names in JSON."""

AnyRow = OutcomeRow | PublishedRow

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_object(row: AnyRow) -> dict[str, object]:
    """One metric in one group. Rates are fractions, null where there is none; a withheld count is "suppressed"."""
    return {
        "metric": row.metric,
        "version": row.version,
        "group": dict(row.group),
        **{name: plain(getattr(row, field)) for field, name in NUMBERS.items()},
        "suppressed": row.suppressed,
        "asOf": row.as_of.isoformat(),
        "knownAt": in_utc(row.known_at),
    }


def csv_table(
    rows: Iterable[AnyRow],
    durations: Iterable[AnyDuration] = (),
    levels: Matrices = NO_LEVELS,
    more: Iterable[FurtherLine] = (),
) -> str:
    """One line per number: metric, group, state, value; `more` are lines to put below. The group of the total is empty.

    A number that does not exist is empty; one that is withheld says so.
    """
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(("metric", "group", "state", "value"))
    for row in rows:
        group = harmless(group_as_text(row))
        for field in NUMBERS:
            writer.writerow((row.metric, group, field, plain(getattr(row, field))))
    for duration in durations:
        writer.writerows(duration_lines(duration))
    writer.writerows(matrix_lines(levels))
    writer.writerows(more)
    return table.getvalue()


def group_as_text(row: AnyRow) -> str:
    """The group in the words of the API; empty for everyone."""
    return told_group(row.group)


def told_group(group: Mapping[str, str | None]) -> str:
    """What a group is of, in the words of the API; None is what nobody recorded."""
    return "; ".join(f"{name}={'unknown' if value is None else _escaped(value)}" for name, value in group.items())


def _escaped(value: str) -> str:
    """A value with a backslash before what parts groups, and before a name that is our word for no value."""
    return f"\\{value}" if value == "unknown" else re.sub(r"([\\;=])", r"\\\1", value)


def plain(value: float | Suppressed | None) -> float | str | None:
    """A number as other programs get it: null where there is none, "suppressed" where it is withheld."""
    return value.value if isinstance(value, Suppressed) else value


def harmless(text: str) -> str:
    """A spreadsheet takes a cell that starts with one of these for a formula."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text

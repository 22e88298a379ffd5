"""The rows of a report for other programs: JSON objects, and one long table as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import UTC
from io import StringIO

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

SUPPRESSED = "suppressed"
"""What stands in a CSV for a number that disclosure control hid; a number that does not exist is empty."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_object(row: OutcomeRow) -> dict[str, object]:
    """One metric in one group; rates are fractions, null where there is nothing to divide by."""
    return {
        "metric": row.metric,
        "version": row.version,
        "group": dict(row.group),
        **{name: getattr(row, field) for field, name in NUMBERS.items()},
        "suppressed": row.suppressed,
        "asOf": row.as_of.isoformat(),
        "knownAt": row.known_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    }


def csv_table(rows: Iterable[OutcomeRow]) -> str:
    """One line per number: metric, group, state, value. The group of the total is empty."""
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(("metric", "group", "state", "value"))
    for row in rows:
        group = _harmless("; ".join(f"{name}={value or 'unknown'}" for name, value in row.group.items()))
        for field in NUMBERS:
            writer.writerow((row.metric, group, field, _value(row, field)))
    return table.getvalue()


def _value(row: OutcomeRow, field: str) -> str:
    value = getattr(row, field)
    if value is None:
        return SUPPRESSED if row.suppressed else ""
    return str(value)


def _harmless(text: str) -> str:
    """A spreadsheet takes a cell that starts with one of these for a formula."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text

"""A report for other programs: JSON objects and one long CSV table."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import StringIO

from app.outcomes.formats import csv_table, json_object
from app.rules.disclosure import publish
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def row(group: dict[str, str | None]) -> OutcomeRow:
    return outcome_row(
        metric="admitted",
        version=1,
        group=group,
        counts=StateCounts(yes=3, no=1, not_yet_due=2),
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, 12, tzinfo=UTC),
    )


def test_json_has_one_object_per_metric_and_group() -> None:
    shown = json_object(row({"gender": None}))

    assert " ".join(shown) == (
        "metric version group cohort excluded notYetDue due yes no unanswered unreachable refused "
        "responseRate rate lower upper intervalLow intervalHigh suppressed asOf knownAt"
    )
    assert (shown["group"], shown["cohort"], shown["due"], shown["rate"]) == ({"gender": None}, 6, 4, 0.75)
    assert (shown["suppressed"], shown["asOf"], shown["knownAt"]) == (False, "2024-06-30", "2024-07-01T12:00:00Z")


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_csv_is_one_long_table_with_a_line_per_number() -> None:
    table = lines(csv_table([row({}), row({"gender": "female", "cohort": "1"})]))

    assert list(table[0]) == ["metric", "group", "state", "value"]
    assert {line["group"] for line in table} == {"", "gender=female; cohort=1"}
    assert [line["value"] for line in table if line["state"] == "not_yet_due"] == ["2", "2"]


def test_in_csv_a_withheld_count_says_so_and_a_rate_that_does_not_exist_is_empty() -> None:
    shown = {line["state"]: line["value"] for line in lines(csv_table(publish([row({})])))}

    assert (shown["cohort"], shown["rate"]) == ("suppressed", "")


def test_a_name_in_csv_cannot_look_like_two_groups_or_like_a_value_that_nobody_recorded() -> None:
    named: list[dict[str, str | None]] = [{"cohort": "Spring; gender=female"}, {"cohort": "unknown"}, {"cohort": None}]

    groups = [lines(csv_table([row(group)]))[0]["group"] for group in named]

    assert groups == [r"cohort=Spring\; gender\=female", r"cohort=\unknown", "cohort=unknown"]

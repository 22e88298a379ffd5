"""Staying in work at a glance: three variants beside each other, from the numbers of a report."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.outcomes.retention_overview import retention_lines
from app.rules.disclosure import publish
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def rows(**yes: int) -> list[OutcomeRow]:
    """Of a hundred people the numbers of yes, by metric."""
    return [
        outcome_row(
            metric=code,
            version=1,
            group={},
            counts=StateCounts(yes=many, no=100 - many) if many else StateCounts(not_yet_due=100),
            as_of=date(2024, 6, 30),
            known_at=datetime(2024, 7, 1, tzinfo=UTC),
        )
        for code, many in yes.items()
    ]


def test_each_variant_is_a_line_from_everyone_on_the_first_day_through_its_months() -> None:
    counted = rows(
        retention_3_months_in_work=80,
        retention_24_months_in_work=40,
        retention_3_months_same_employer=60,
        retention_24_months_same_employer=0,
    )

    lines = retention_lines((METRICS[row.metric], row) for row in counted)

    in_work, same_employer = lines
    assert [(point.months, point.rate) for point in in_work.points] == [(3, 0.8), (24, 0.4)]
    assert in_work.path == "M44 10L86.5 42.0L384.0 106.0"
    assert same_employer.path == "M44 10L86.5 74.0"


def test_where_nothing_may_be_shown_there_is_no_picture() -> None:
    few = outcome_row(
        metric="retention_3_months_in_work",
        version=1,
        group={},
        counts=StateCounts(yes=4, no=2),
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, tzinfo=UTC),
    )

    assert retention_lines((METRICS[row.metric], row) for row in publish([few])) == []

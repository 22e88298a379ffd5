"""The states of a group as one bar."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.outcomes.chart import ChartLine, specification
from app.outcomes.states_chart import bar_parts
from app.rules.disclosure import publish
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def row(**counts: int) -> OutcomeRow:
    return outcome_row(
        metric="admitted",
        version=1,
        group={},
        counts=StateCounts(**counts),
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, tzinfo=UTC),
    )


def test_a_bar_is_everyone_by_state_and_the_kinds_of_unknown_are_one_part() -> None:
    parts = bar_parts(row(yes=5, no=2, unanswered=1, refused=1, not_yet_due=1))
    assert parts is not None
    assert [(part.kind, part.count, part.start, part.width) for part in parts] == [
        ("yes", 5, 0, 50),
        ("no", 2, 50, 20),
        ("unknown", 2, 70, 20),
        ("later", 1, 90, 10),
    ]


def test_a_bar_does_not_show_what_is_withheld() -> None:
    (shown,) = publish([row(yes=30, no=3, unanswered=12)])
    assert bar_parts(shown) is None


def test_nobody_has_no_bar() -> None:
    assert bar_parts(row()) is None


def test_a_dot_has_its_interval() -> None:
    chart = specification([ChartLine("Everyone", 0.5, 0.6, 0.7, "", 0.4, 0.8)])
    rule = next(layer for layer in chart["layer"] if layer["mark"]["type"] == "rule")
    assert (rule["encoding"]["x"]["field"], rule["encoding"]["x2"]["field"]) == ("interval_low", "interval_high")
    assert (chart["data"]["values"][0]["interval_low"], chart["data"]["values"][0]["interval_high"]) == (0.4, 0.8)

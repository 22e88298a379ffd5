"""A report that is split by two things: the table that it makes, and the order of its groups."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import product

import pytest

from app.outcomes.cross_table import cross_table
from app.outcomes.grouping import as_asked, not_together
from app.outcomes.report import ReportRequest
from app.outcomes.statement import Dimension
from app.rules.disclosure import publish
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row

AS_OF, KNOWN_AT = date(2024, 6, 30), datetime(2024, 7, 1, 12, tzinfo=UTC)
ASKED = ReportRequest(
    metrics=(METRICS["admitted"],),
    as_of=AS_OF,
    known_at=KNOWN_AT,
    group_by=(Dimension.GENDER, Dimension.AGE_BAND),
)
PEOPLE = {("female", "low"): 30, ("female", "high"): 25, ("male", "low"): 20, ("other", "high"): 4}
Group = Mapping[str, str | None]


def row(group: Group, people: int) -> OutcomeRow:
    counts = StateCounts(yes=people)
    return outcome_row(metric="admitted", version=1, group=group, counts=counts, as_of=AS_OF, known_at=KNOWN_AT)


def rows() -> list[OutcomeRow]:
    """Totals, rows, columns and those groups of both in which somebody is."""
    groups = {(("gender", gender), ("age_band", age)): many for (gender, age), many in PEOPLE.items()}
    alone = dict.fromkeys((part,) for place in (0, 1) for part in (group[place] for group in groups))
    return [
        row(dict(named), sum(many for group, many in groups.items() if set(named) <= set(group)))
        for named in ((), *alone, *groups)
    ]


def named(group: Group) -> str:
    return next((str(value) for value in group.values()), "everyone")


def test_what_has_most_groups_goes_down_and_the_totals_come_last() -> None:
    reversed_axes = ASKED.axes()[::-1]
    for axes in (ASKED.axes(), reversed_axes):
        table = cross_table(rows(), axes, named)
        assert table
        assert table.columns == ["low", "high", "everyone"]
        assert [(name, [cell and cell.cohort for cell in cells]) for name, cells in table.lines] == [
            ("female", [30, 25, 55]),
            ("male", [20, None, 20]),
            ("other", [None, 4, 4]),
            ("everyone", [50, 29, 79]),
        ]


def test_a_report_that_is_split_by_one_thing_has_no_such_table() -> None:
    assert cross_table(rows(), ASKED.axes()[:1], named) is None


def test_where_a_group_stands_does_not_tell_whether_somebody_is_in_it() -> None:
    told = as_asked(publish(rows()), ASKED.dimensions())
    both = [tuple(one.group.values()) for one in told if len(one.group) == 2]
    assert both == list(product(("female", "male", "other"), ("high", "low")))


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("gender", "age_band", True),
        ("gender", None, True),
        (None, "gender", False),
        ("gender", "gender", False),
        ("municipality", "region", False),
        ("start_year", "start_quarter", False),
    ],
)
def test_two_things_go_together_unless_one_tells_the_other(
    first: str | None, second: str | None, together: bool
) -> None:
    chosen = [Dimension(one) if one else None for one in (first, second)]
    assert (not_together(*chosen) is None) is together

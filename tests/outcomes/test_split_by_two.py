"""A report that is split by two things: the table that it makes, and what it says of groups in which nobody is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.outcomes.cross_table import cross_table
from app.outcomes.empty_groups import with_empty_groups
from app.outcomes.grouping import not_together
from app.outcomes.report import ReportRequest
from app.outcomes.statement import Dimension
from app.rules.disclosure import SUPPRESSED, PublishedRow, publish
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
People = Mapping[tuple[str, str], int]


def row(group: Group, people: int) -> OutcomeRow:
    counts = StateCounts(yes=people)
    return outcome_row(metric="admitted", version=1, group=group, counts=counts, as_of=AS_OF, known_at=KNOWN_AT)


def rows(people: People = PEOPLE) -> list[OutcomeRow]:
    """Totals, rows, columns and those groups of both in which somebody is."""
    groups = {(("gender", gender), ("age_band", age)): many for (gender, age), many in people.items()}
    alone = dict.fromkeys((part,) for place in (0, 1) for part in (group[place] for group in groups))
    return [
        row(dict(named), sum(many for group, many in groups.items() if set(named) <= set(group)))
        for named in ((), *alone, *groups)
    ]


def named(group: Group) -> str:
    return next((str(value) for value in group.values()), "everyone")


def published(people: People = PEOPLE) -> dict[tuple[str | None, str | None], PublishedRow]:
    told = with_empty_groups(publish(rows(people)), ASKED)
    return {(one.group.get("gender"), one.group.get("age_band")): one for one in told}


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


def test_in_which_groups_the_few_people_of_a_small_one_are_not_is_not_told() -> None:
    told = published()
    assert told["other", None].cohort is SUPPRESSED
    assert told["other", "low"].cohort is told["other", "high"].cohort is SUPPRESSED
    assert told["other", "low"].no is SUPPRESSED


def test_nor_does_a_report_that_is_split_by_one_thing_tell_in_which_group_nobody_of_a_few_is() -> None:
    few = [row({}, 7), row({"gender": "female"}, 7), row({"gender": "male"}, 0)]
    told = with_empty_groups(publish(few), replace(ASKED, group_by=(Dimension.GENDER,)))
    assert [one.cohort for one in told] == [SUPPRESSED] * 3


def test_that_nobody_is_in_both_of_two_groups_that_are_shown_is_told() -> None:
    told = published({("female", "low"): 30, ("female", "high"): 25, ("male", "low"): 20, ("male", "middle"): 20})
    assert (told["female", None].cohort, told[None, "middle"].cohort) == (55, 20)
    assert told["female", "middle"].cohort == told["female", "middle"].no == 0


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

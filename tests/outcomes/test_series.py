"""The same question at each month since the start: every month as if it was asked by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Programme
from app.outcomes.report import ReportRequest, outcome_report
from app.outcomes.series import differences, series_report, two_largest
from app.outcomes.series_chart import series_specification
from app.outcomes.series_formats import series_table
from app.outcomes.statement import Dimension
from app.rules.code_lists import EvidenceSource, Gender
from app.rules.metric_parts import Index
from app.rules.metrics.placement import IN_PAID_WORK_AT_END
from app.rules.series import IN_PAID_WORK_EACH_MONTH as SERIES
from tests.factories import MOMENT, Factory

STARTED = date(2024, 1, 31)
AS_OF = date(2025, 2, 10)


@pytest.fixture
async def programme(make: Factory) -> Programme:
    """Two women who worked from the second month up to the fourth, a man who did not, and one unknown."""
    programme = await make.programme()
    for gender in (Gender.FEMALE, Gender.FEMALE, Gender.MALE, Gender.MALE):
        person = await make.participant(programme, profile={"gender": gender})
        trajectory = await make.trajectory(programme, person, registered_on=STARTED, started_on=STARTED)
        if gender is Gender.FEMALE:
            await make.placement(
                trajectory,
                starts_on=date(2024, 2, 29),
                ends_on=date(2024, 5, 31),
                end_source=EvidenceSource.EMPLOYER,
            )
    for day in (date(2024, 2, 29), date(2024, 3, 31)):
        await make.observation(trajectory, observed_on=day, in_paid_work=False)
    return programme


def about(programme: Programme, *group_by: Dimension) -> ReportRequest:
    return ReportRequest(
        metrics=(), as_of=AS_OF, known_at=MOMENT, programmes=frozenset({programme.id}), group_by=group_by
    )


async def test_each_month_is_the_number_that_its_own_metric_gives(
    session: AsyncSession, operator: Actor, programme: Programme
) -> None:
    asked = about(programme)
    (everyone,) = await series_report(session, by=operator, asked=asked, series=SERIES)

    for month in (1, 4, 12):
        alone = replace(IN_PAID_WORK_AT_END, index=Index.START, horizon_months=month)
        (row,) = await outcome_report(session, by=operator, asked=replace(asked, metrics=(alone,)))
        told = everyone.months[month - 1]
        assert replace(told, metric=row.metric) == row
    told_of = [(row.yes, row.no, row.unanswered, row.not_yet_due) for row in everyone.months]
    assert told_of[:5] == [*3 * [(2, 1, 1, 0)], (2, 0, 2, 0), (0, 0, 4, 0)]
    assert told_of[12] == (0, 0, 0, 4)


async def test_two_groups_are_compared_in_every_month_in_which_both_are_known(
    session: AsyncSession, operator: Actor, programme: Programme
) -> None:
    asked = about(programme, Dimension.GENDER)
    rows = await series_report(session, by=operator, asked=asked, series=SERIES)

    found = differences(rows)

    assert [one.difference if one else None for one in found[:4]] == [1.0, 1.0, 1.0, None]
    assert differences(rows[:2]) == []


async def test_of_more_groups_the_two_largest_are_compared(
    make: Factory, session: AsyncSession, operator: Actor, programme: Programme
) -> None:
    person = await make.participant(programme, profile={"gender": Gender.OTHER})
    await make.trajectory(programme, person, registered_on=STARTED, started_on=STARTED)
    rows = await series_report(session, by=operator, asked=about(programme, Dimension.GENDER), series=SERIES)

    assert [row.group["gender"] for row in two_largest(rows)] == ["female", "male"]
    assert differences(rows)[0]


async def test_the_table_has_a_line_for_every_number_of_every_month(
    session: AsyncSession, operator: Actor, programme: Programme
) -> None:
    asked = about(programme, Dimension.GENDER)
    rows = await series_report(session, by=operator, asked=asked, series=SERIES)

    lines = series_table(SERIES, rows).splitlines()

    assert lines[0] == "series,group,month,state,value"
    assert "in_paid_work_each_month,,1,yes,2" in lines
    assert "in_paid_work_each_month,gender=male,1,no,1" in lines
    assert "in_paid_work_each_month,gender=male,4,rate," in lines


async def test_the_chart_has_a_point_for_every_month_that_is_known_and_none_for_another(
    session: AsyncSession, operator: Actor, programme: Programme
) -> None:
    (everyone,) = await series_report(session, by=operator, asked=about(programme), series=SERIES)

    values = series_specification({"Everyone": everyone.months}, "months")["data"]["values"]

    assert [one["month"] for one in values] == [1, 2, 3, 4]
    assert values[0]["rate"] == pytest.approx(2 / 3)

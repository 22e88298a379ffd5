"""What was told of a day, from what was known at a moment, is told again to the letter, whatever happens after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text

from app.models import Cohort
from app.outcomes.durations import duration_report
from app.outcomes.formats import csv_table
from app.outcomes.language_matrices import count_levels
from app.outcomes.report import ReportRequest, outcome_report, outcome_report_to_remember
from app.outcomes.statement import Dimension
from app.rules.metrics import METRICS
from tests.factories import Factory
from tests.outcomes.random_changes import KINDS_OF_CHANGE, OPENED, Office

ROUNDS = 3
CHANGES_BETWEEN_REPORTS = 12


@pytest.mark.parametrize("seed", range(2))
async def test_every_earlier_report_comes_back_to_the_letter(seed: int, make: Factory) -> None:
    office = Office(seed, make)
    await office.open()
    told: dict[tuple[date, datetime], bytes] = {}
    for number in range(ROUNDS * len(KINDS_OF_CHANGE)):
        await office.change()
        if number % CHANGES_BETWEEN_REPORTS == 0:
            for as_of in (office.by.today, office.by.today - timedelta(days=100)):
                told[as_of, office.at] = await report(office, as_of, office.at)

    assert office.done == set(KINDS_OF_CHANGE)
    assert len(set(told.values())) > len(told) / 2
    for (as_of, known_at), then in told.items():
        again = await report(office, as_of, known_at)
        assert set(again.splitlines()) ^ set(then.splitlines()) == set(), (as_of, known_at)


async def test_a_change_by_a_clock_that_is_behind_takes_nothing_from_what_was_told(make: Factory) -> None:
    office = Office(0, make)
    await office.open()
    cohort = await office.one(Cohort)
    await office.set(cohort, name="First")
    for name, later in (("Second", timedelta(hours=2)), ("Third", timedelta(hours=1))):
        office.at = OPENED + later
        await office.set(cohort, name=name)

    names = text("select name from cohort_history where id = :id and known_from <= :at and :at < known_until")
    async with office.session() as session:
        known = [
            await session.scalar(names, {"id": cohort.id, "at": OPENED + timedelta(hours=hours)})
            for hours in (0, 1, 2, 3)
        ]
    assert known == ["First", "First", "Second", "Third"]


async def report(office: Office, as_of: date, known_at: datetime) -> bytes:
    """All that a report tells: every number of every group, the curves and the levels; and by what it is remembered."""
    asked = ReportRequest(
        metrics=tuple(METRICS.values()),
        as_of=as_of,
        known_at=known_at,
    )
    async with office.session() as session:
        rows = await outcome_report(session, by=office.by, asked=replace(asked, group_by=tuple(Dimension)))
        told = await outcome_report_to_remember(session, by=office.by, asked=asked)
        durations = await duration_report(session, by=office.by, asked=asked)
        levels = await count_levels(session, by=office.by, asked=asked)
    cells = {metric: sorted(of_metric.items()) for metric, of_metric in levels.cells.items()}
    return f"{csv_table(rows, durations)}{cells}{told.people}{told.fingerprint!r}{levels.fingerprint!r}".encode()

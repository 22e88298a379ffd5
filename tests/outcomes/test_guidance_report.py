"""What stands beside the metrics of guidance and exit, counted again by hand over made-up lives."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from statistics import quantiles

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.guidance_report import DAYS_A_MONTH, METRICS, exact_guidance
from app.outcomes.report import ReportRequest
from app.rules.outcome_facts import Life, Trajectory
from tests.outcomes.lives_for_standards import StandardsMaker
from tests.outcomes.random_lives import AS_OF
from tests.outcomes.stored_lives import StoredLives

LIVES = 150


def last_day(way: Trajectory) -> date:
    return min(way.ended_on or AS_OF, AS_OF)


def started(life: Life) -> list[Trajectory]:
    return [one for one in life.trajectories if one.started_on and one.started_on <= AS_OF]


def contacts_of(life: Life, way: Trajectory) -> list[date]:
    return [
        one.on
        for one in life.contacts
        if one.trajectory == way.id
        and way.started_on
        and way.started_on <= one.on <= last_day(way)
        and (str(one.attendance) in ("came", "late") or (one.attendance is None and not one.in_group))
    ]


def days_of(way: Trajectory) -> list[date]:
    assert way.started_on
    return [way.started_on + timedelta(days=n) for n in range((last_day(way) - way.started_on).days + 1)]


def longest_silence(life: Life, way: Trajectory) -> int:
    """Walk through the days and count those since somebody was spoken to."""
    longest = since = 0
    spoken = set(contacts_of(life, way))
    for day in days_of(way)[1:]:
        since += 1
        longest = max(longest, since)
        since = 0 if day in spoken else since
    return longest


async def test_contacts_silences_and_ends_are_those_that_one_counts_by_hand(
    session: AsyncSession, operator: Actor
) -> None:
    maker = StandardsMaker(5)
    lives = [maker.life() for _ in range(LIVES)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    asked = ReportRequest(metrics=METRICS, as_of=AS_OF, known_at=datetime(2024, 7, 10, tzinfo=UTC))
    found = await exact_guidance(session, by=operator, asked=asked)

    ways = [(life, way) for life in lives for way in started(life)]
    silences = [max(longest_silence(life, way) for way in started(life)) for life in lives if started(life)]
    guided_last_month = {
        number
        for number, life in enumerate(lives)
        for way in started(life)
        if any((day.year, day.month) == (AS_OF.year, AS_OF.month) for day in days_of(way))
    }
    assert found.contacts == sum(len(contacts_of(life, way)) for life, way in ways)
    assert found.months == pytest.approx(sum(len(days_of(way)) for _, way in ways) / DAYS_A_MONTH)
    assert (found.silences.people, found.silences.longest) == (len(silences), max(silences))
    assert found.silences.quartiles == pytest.approx(quantiles(silences, method="inclusive"))
    assert found.by_month[-1].people == len(guided_last_month)
    assert sum(one.people for one in found.caseloads) == sum(
        way.ended_on is None or way.ended_on > AS_OF for _, way in ways
    )
    rows = {row.metric: row for row in found.rows}
    assert sum(one.people for one in found.drop_outs) == rows["dropped_out"].yes > 0
    first = [min(started(life), key=lambda way: (way.registered_on, way.number)) for life in lives if started(life)]
    assert dict(found.exits) == Counter(way.destination for way in first if way.ended_on and way.ended_on <= AS_OF)

"""The triggers keep on a trajectory what the rules say about its language, whichever way rows are written."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import LanguageMeasurement, Placement, Trajectory
from app.rules.code_lists import PAID_WORK, LanguageLevel, LanguageSkill, SpellKind
from app.rules.language_progress import Measurement, fall_back, skills_below
from tests.factories import Factory

DAY = date(2025, 1, 6)
KEPT = ("last_measured_on", "language_fell_back_on", "language_below_from")


@pytest.mark.parametrize("seed", range(40))
async def test_triggers_and_rules_agree(seed: int, make: Factory, session: AsyncSession) -> None:
    trajectory = await make.trajectory(await make.programme())
    chance = random.Random(seed)  # noqa: S311  made-up data
    measurements = [a_measurement(chance, trajectory) for _ in range(chance.randrange(12))]
    placements = [a_placement(chance, trajectory, number) for number in range(chance.randrange(3))]
    employer = await make.organisation()
    for placement in placements:
        placement.organisation_id = employer.id
    await make.save(*measurements, *placements)

    assert await kept(session, trajectory) == by_rules(measurements, placements)


async def test_a_correction_and_the_end_of_a_placement_are_followed(make: Factory, session: AsyncSession) -> None:
    trajectory = await make.trajectory(await make.programme())
    placement = await make.placement(trajectory, starts_on=DAY, required_language_level="B1")
    await make.language_measurement(trajectory, measured_on=DAY, level="A2", instrument="Test")
    fell = await make.language_measurement(trajectory, measured_on=DAY + timedelta(days=1), level="A1")
    assert await kept(session, trajectory) == (DAY + timedelta(days=1), DAY + timedelta(days=1), DAY)

    await session.execute(
        update(LanguageMeasurement).where(col(LanguageMeasurement.id) == fell.id).values(superseded_at=make.at)
    )
    assert await kept(session, trajectory) == (DAY, None, DAY)

    await session.execute(update(Placement).where(col(Placement.id) == placement.id).values(ends_on=DAY))
    assert await kept(session, trajectory) == (DAY, None, None)


def a_measurement(chance: random.Random, trajectory: Trajectory) -> LanguageMeasurement:
    return LanguageMeasurement(
        **trajectory.fact_keys,
        measured_on=DAY + timedelta(days=chance.randrange(6)),
        skill=chance.choice([LanguageSkill.SPEAKING, LanguageSkill.READING, LanguageSkill.CONVERSATION]),
        level=chance.choice(list(LanguageLevel)),
        official=chance.choice([True, False, None]),
        instrument=chance.choice(["Test", None]),
        recorded_at=datetime(2025, 6, chance.randrange(1, 4), tzinfo=UTC),
        superseded_at=chance.choice([None, None, None, datetime(2025, 6, 5, tzinfo=UTC)]),
    )


def a_placement(chance: random.Random, trajectory: Trajectory, number: int) -> Placement:
    starts_on = DAY + timedelta(days=chance.randrange(5))
    return Placement(
        **trajectory.fact_keys,
        number=f"{trajectory.number}-{number}",
        kind=chance.choice([SpellKind.REGULAR_JOB, SpellKind.INTERNSHIP]),
        starts_on=starts_on,
        ends_on=chance.choice([None, starts_on]),
        required_language_level=chance.choice([None, LanguageLevel.A2, LanguageLevel.C1]),
    )


async def kept(session: AsyncSession, trajectory: Trajectory) -> tuple[date | None, ...]:
    columns = (getattr(Trajectory, name) for name in KEPT)
    return tuple((await session.execute(select(*columns).where(col(Trajectory.id) == trajectory.id))).one())


def by_rules(measurements: list[LanguageMeasurement], placements: list[Placement]) -> tuple[date | None, ...]:
    standing = [
        Measurement(
            skill=one.skill,
            level=one.level,
            on=one.measured_on,
            official=one.official,
            instrument=one.instrument,
            recorded_at=one.recorded_at,
        )
        for one in measurements
        if one.superseded_at is None
    ]
    placed_on = min((one.starts_on for one in placements if one.kind in PAID_WORK), default=None)
    fallen = [change.later.on for skill in LanguageSkill if (change := fall_back(standing, skill, placed_on))]
    below = [
        one.starts_on
        for one in placements
        if one.ends_on is None and one.required_language_level and skills_below(standing, one.required_language_level)
    ]
    return max((one.on for one in standing), default=None), max(fallen, default=None), min(below, default=None)

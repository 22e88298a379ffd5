"""What a report can be split by: a naive recount of made-up people finds the same groups, with the same numbers."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.database import session_for
from app.errors import Forbidden
from app.models import LanguageMeasurement, Organisation, ParticipantProfile, Placement, Programme, Trajectory
from app.outcomes.group_names import place_of
from app.outcomes.grouping import tables_above
from app.outcomes.people import counted_people
from app.outcomes.pull import published_report
from app.outcomes.report import ReportRequest, outcome_report, outcome_report_to_remember, trajectory_states
from app.outcomes.statement import Dimension
from app.rules.code_lists import (
    Gender,
    InterventionType,
    LanguageLevel,
    LanguageSkill,
    OrganisationSize,
    ProgrammeKind,
    ResidenceGround,
)
from app.rules.metrics import METRICS
from app.rules.outcome_state import OutcomeState
from tests.factories import MOMENT, Factory
from tests.outcomes.oracle_of_groups import GROUP_OF, Recorded
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

RECORDED_AT = datetime(2024, 7, 1, tzinfo=UTC)
PEOPLE = 150
ASKED = ReportRequest(
    metrics=tuple(METRICS[code] for code in ("admitted", "in_paid_work_at_end", "retention_6_months_in_work")),
    as_of=AS_OF,
    known_at=RECORDED_AT + timedelta(days=1),
)


async def test_every_grouping_has_the_groups_and_numbers_of_a_naive_recount(
    session: AsyncSession, operator: Actor
) -> None:
    recorded = await people_of_all_kinds(session)
    states = await trajectory_states(session, by=operator, asked=ASKED)

    for dimension, group_of in GROUP_OF.items():
        asked = replace(ASKED, group_by=(dimension,))
        rows = await outcome_report(session, by=operator, asked=asked)
        told = {
            (row.metric, row.group[dimension]): {state: getattr(row, state) for state in OutcomeState}
            for row in rows
            if row.group
        }
        naive: defaultdict[tuple[str, str | None], Counter[OutcomeState]] = defaultdict(Counter)
        spoken_for = set()
        for one in recorded:
            group = group_of(one)
            for metric, state in states[one.trajectory.id].items():
                if (metric, group, one.trajectory.participant_id) not in spoken_for:
                    spoken_for.add((metric, group, one.trajectory.participant_id))
                    naive[metric, group][state] += 1
        assert {cell: counts for cell, counts in told.items() if any(counts.values())} == {
            cell: {state: counts[state] for state in OutcomeState} for cell, counts in naive.items()
        }, dimension
        assert len({group for _, group in told}) > 2, dimension

        metric, group = next(cell for cell in naive if cell[0] == "admitted" and cell[1] is not None)
        alone = replace(asked, metrics=(METRICS[metric],))
        behind = await counted_people(session, by=operator, asked=alone, group={dimension: group})
        assert Counter(person.state for person in behind) == naive[metric, group], dimension


async def people_of_all_kinds(session: AsyncSession) -> list[Recorded]:
    """Random lives with everything by which they can be grouped, in the order in which trajectories speak."""
    maker, stored = Maker(11), StoredLives(recorded_at=RECORDED_AT)
    for number in range(PEOPLE):
        stored.add(maker.life(), number)
    chance = random.Random(11)  # noqa: S311  made-up data needs no secrecy

    def some(values: Sequence[Any]) -> Any:
        return chance.choice((None, *values))

    for profile in stored.rows[ParticipantProfile]:
        profile["gender"] = some(list(Gender))
        profile["birth_date"] = some([date(year, 2, 14) for year in range(1960, 2010)])
        profile["residence_ground"] = some(list(ResidenceGround))
        profile["education"] = some(range(9))
    for programme in stored.rows[Programme]:
        programme["kind"] = some(list(ProgrammeKind))
        programme["intervention_type"] = some(list(InterventionType))
    for employer in stored.rows[Organisation]:
        employer["size"] = some(list(OrganisationSize))
    kept = stored.rows[LanguageMeasurement] = []
    for trajectory in stored.rows[Trajectory]:
        began_on = trajectory["started_on"] or trajectory["registered_on"]
        for days in chance.sample((-40, -1, 0, 30, 91, 92), chance.randrange(4)):
            stored.row(
                LanguageMeasurement,
                trajectory_id=trajectory["id"],
                programme_id=trajectory["programme_id"],
                participant_id=trajectory["participant_id"],
                measured_on=began_on + timedelta(days=days),
                skill=chance.choice((LanguageSkill.SPEAKING, LanguageSkill.SPEAKING, LanguageSkill.READING)),
                level=chance.choice(list(LanguageLevel)[:9]),
                instrument=some(["Taaltoets"]),
            )
    assert kept
    await stored.write(session)
    return await read_everything(session)


async def read_everything(session: AsyncSession) -> list[Recorded]:
    profiles = {row.id: row for row in await session.scalars(select(ParticipantProfile))}
    programmes = {row.id: row for row in await session.scalars(select(Programme))}
    employers = {row.id: row for row in await session.scalars(select(Organisation))}
    jobs, measured = defaultdict(list), defaultdict(list)
    for job in await session.scalars(select(Placement).where(col(Placement.starts_on) <= AS_OF)):
        jobs[job.trajectory_id].append((job, employers[job.organisation_id]))
    known = select(LanguageMeasurement).where(col(LanguageMeasurement.measured_on) <= AS_OF)
    for one in await session.scalars(known):
        measured[one.trajectory_id].append(one)
    trajectories = (await session.scalars(select(Trajectory).where(col(Trajectory.registered_on) <= AS_OF))).all()
    return [
        Recorded(one, profiles[one.participant_id], programmes[one.programme_id], jobs[one.id], measured[one.id], AS_OF)
        for one in sorted(trajectories, key=lambda one: (one.registered_on, one.number, one.id))
    ]


async def test_whoever_moves_to_another_group_counts_as_changed_since_an_earlier_report(
    operator: Actor, make: Factory
) -> None:
    programme, employer = await make.programme(kind=ProgrammeKind.PARALLEL), await make.organisation(size="small")
    started = {"registered_on": date(2024, 1, 8), "started_on": date(2024, 1, 8)}
    person = await make.participant(programme, profile={"residence_ground": ResidenceGround.FAMILY})
    await make.placement(await make.trajectory(programme, person, **started), employer, starts_on=date(2024, 2, 1))
    changes: tuple[tuple[type[Any], UUID, dict[str, Any]], ...] = (
        (ParticipantProfile, person.id, {"residence_ground": ResidenceGround.DUTCH}),
        (Organisation, employer.id, {"size": OrganisationSize.LARGE}),
        (Programme, programme.id, {"kind": ProgrammeKind.BRIDGING}),
    )
    fingerprints = [await fingerprint(operator)]
    for later, (table, key, values) in enumerate(changes, start=1):
        async with session_for(Actor.operator(MOMENT + timedelta(days=later))) as session:
            (await session.get_one(table, key)).sqlmodel_update(values)
        fingerprints.append(await fingerprint(operator, days=later))

    assert len(set(fingerprints)) == len(fingerprints)
    assert await fingerprint(operator) == fingerprints[0]


async def fingerprint(by: Actor, days: int = 0) -> bytes:
    asked = replace(ASKED, known_at=MOMENT + timedelta(days=days))
    async with session_for(by) as session:
        return (await outcome_report_to_remember(session, by=by, asked=asked)).fingerprint


@pytest.mark.parametrize(
    ("group_by", "tables"),
    [
        ("gender", ["", "gender"]),
        ("start_quarter", ["", "start_year", "start_year start_quarter"]),
        ("programme", ["", "programme"]),
    ],
)
def test_what_stands_above_a_grouping_is_decided_before_it(group_by: str, tables: list[str]) -> None:
    assert [" ".join(table) for table in tables_above([Dimension(group_by)])] == tables


def test_within_one_programme_nothing_stands_above_its_cohorts() -> None:
    assert tables_above([Dimension.COHORT], names_repeat=False) == ((), (Dimension.COHORT,))


def test_groups_stand_in_the_order_of_their_list_and_unknown_comes_last() -> None:
    found = ["35_to_44", None, "under_27", "55_or_older", "27_to_34"]
    assert sorted(found, key=lambda value: place_of(Dimension.AGE_BAND, value)) == [
        "under_27",
        "27_to_34",
        "35_to_44",
        "55_or_older",
        None,
    ]


@pytest.mark.parametrize(
    "group_by", ["programme_kind", "intervention_type", "cohort start_year", "sector employer_size"]
)
async def test_groups_by_which_others_could_be_worked_out_are_not_published(
    group_by: str, session: AsyncSession, operator: Actor, make: Factory
) -> None:
    programmes = frozenset({(await make.programme()).id})
    asked = replace(ASKED, programmes=programmes, group_by=tuple(map(Dimension, group_by.split())))
    with pytest.raises(Forbidden):
        await published_report(session, by=operator, asked=asked)

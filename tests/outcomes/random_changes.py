"""An office where something is added, corrected, closed, renamed, merged or erased every few days, at random."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col, select

from app.actor import Actor
from app.database import session_for
from app.errors import NotFound, Refusal
from app.exchange.read_file import read_file
from app.models import (
    Cohort,
    FollowUp,
    LanguageMeasurement,
    Observation,
    Organisation,
    Participant,
    ParticipantProfile,
    Placement,
    Programme,
    Rating,
    Trajectory,
)
from app.models.language_measurement import LanguageMeasurementFields
from app.models.observation import ObservationFields
from app.models.participant import ParticipantErased, ParticipantsMerged, ParticipantUpdate
from app.models.programme import ProgrammeUpdate
from app.rules.code_lists import (
    Destination,
    ErasureReason,
    EvidenceSource,
    FollowUpState,
    Gender,
    LanguageLevel,
    LanguageSkill,
    PlacementEndReason,
    RatingDimension,
    SpellKind,
    TrajectoryEndReason,
    TrajectoryState,
)
from app.rules.follow_up_schedule import OPEN_STATES
from app.rules.trajectory_states import Step
from app.use_cases.change_participant import change_participant
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.change_programme import change_programme
from app.use_cases.close_follow_up import FollowUpClosed, close_follow_up
from app.use_cases.correct_language_measurement import correct_language_measurement
from app.use_cases.correct_observation import correct_observation
from app.use_cases.erase_participant import erase_participant
from app.use_cases.import_workbook import import_workbook
from app.use_cases.merge_participants import merge_participants
from app.use_cases.record_language_measurement import record_language_measurement
from app.use_cases.record_observation import record_observation
from app.use_cases.record_rating import RatingTold, record_rating
from app.use_cases.start_placement import PlacementStarted, start_placement
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step
from tests.exchange.made_workbooks import completed, language, made_xlsx, observation, participant, placement
from tests.factories import Factory

OPENED = datetime(2024, 1, 8, 9, tzinfo=UTC)
FIRST_DAY = date(2023, 1, 2)
Row = TypeVar("Row", bound=SQLModel)
YOUNG = 27
"""The age by which the first age band ends: people start at about that age, so that a day too much shows."""
OCCUPATIONS = ("5120", "5321", "9112")


class Office:
    """Two programmes with cohorts and employers; `at` is the moment of the last change, `done` what came off."""

    def __init__(self, seed: int, make: Factory) -> None:
        self.random = random.Random(seed)  # noqa: S311  made-up data needs no secrecy
        self.make = make
        self.at = OPENED
        self.to_come: list[Change] = []
        self.done: set[Change] = set()

    async def open(self) -> None:
        """What there is before anything changes."""
        self.make.at = self.at
        lead = (await self.make.organisation(roles=["civil_society"])).id
        names = ("Leren en werken", "Zorg")
        programmes = [await self.make.programme(name=name, lead_organisation_id=lead) for name in names]
        for programme in programmes:
            await self.make.cohort(programme, name="1")
        for sector in ("I", "Q", None):
            await self.make.organisation(nace_section=sector)
        for programme in programmes * 3:
            await self.register(programme)

    async def register(self, programme: Programme) -> None:
        started = self.a_day()
        born = started - timedelta(days=round(YOUNG * 365.25) - 300 + started.toordinal() * 97 % 600)
        person = await self.make.participant(
            programme, profile={"gender": self.random.choice((None, *Gender)), "birth_date": born}
        )
        trajectory = await self.make.trajectory(programme, person, registered_on=started, started_on=started)
        await self.make.screening_decision(trajectory)
        first = {"kind": SpellKind.REGULAR_JOB, "starts_on": started + timedelta(days=self.random.randrange(200))}
        await self.make.placement(trajectory, await self.one(Organisation), **first)

    async def change(self) -> None:
        """A few days later, one change: all kinds in turn, in another order each time; what is refused changes none."""
        self.at += timedelta(days=self.random.randrange(1, 30), seconds=self.random.randrange(3600))
        self.make.at = self.at
        self.to_come = self.to_come or self.random.sample(KINDS_OF_CHANGE, len(KINDS_OF_CHANGE))
        kind = self.to_come.pop()
        try:
            await kind(self)
        except Refusal:
            return
        self.done.add(kind)

    async def somebody_new(self) -> None:
        await self.register(await self.one(Programme))

    async def another_trajectory(self) -> None:
        person, programme = await self.one(Participant), await self.one(Programme)
        await self.make.trajectory(
            programme, person, registered_on=self.a_day(), started_on=None, state=TrajectoryState.REGISTERED
        )

    async def job(self) -> None:
        trajectory, employer = await self.one(Trajectory), await self.one(Organisation)
        started = PlacementStarted(
            kind=self.random.choice((SpellKind.REGULAR_JOB, SpellKind.INTERNSHIP, SpellKind.EDUCATION)),
            organisation_id=employer.id,
            starts_on=max(trajectory.started_on or trajectory.registered_on, self.a_day()),
            job_guarantee=self.random.choice((None, True)),
        )
        async with self.session() as session:
            await start_placement(session, by=self.by, trajectory_id=trajectory.id, started=started)

    async def correction_of_job(self) -> None:
        found = await self.one(Placement)
        change = {
            "kind": self.random.choice((SpellKind.REGULAR_JOB, SpellKind.SUBSIDISED_JOB, SpellKind.INTERNSHIP)),
            "hours": self.random.choice((12, 24, 36)),
            "occupation": self.random.choice(OCCUPATIONS),
            "starts_on": found.starts_on + timedelta(days=self.random.choice((-31, 0, 0, 14))),
            "job_guarantee": True,
        }
        async with self.session() as session:
            await change_placement(
                session,
                by=self.by,
                placement_id=found.id,
                version=found.version,
                change=PlacementChange.model_validate(dict(self.random.sample(sorted(change.items()), 2))),
            )

    async def end_of_job(self) -> None:
        found = await self.one(Placement)
        end = PlacementEnd(
            ends_on=self.a_day(),
            end_reason=self.random.choice((None, PlacementEndReason.RESIGNED, PlacementEndReason.DECEASED)),
            end_source=self.random.choice(list(EvidenceSource)),
        )
        async with self.session() as session:
            await end_placement(session, by=self.by, placement_id=found.id, version=found.version, end=end)

    async def statement(self) -> None:
        found = await self.one(Placement)
        async with self.session() as session:
            await record_observation(
                session, by=self.by, trajectory_id=found.trajectory_id, observation=self.said_of(found)
            )

    async def correction_of_statement(self) -> None:
        wrong = await self.one(Observation)
        found = await self.find(Placement, wrong.placement_id) if wrong.placement_id else None
        async with self.session() as session:
            await correct_observation(
                session, by=self.by, observation_id=wrong.id, observation=self.said_of(found, wrong.observed_on)
            )

    def said_of(self, found: Placement | None, on: date | None = None) -> ObservationFields:
        return ObservationFields(
            placement_id=found.id if found and self.random.random() < 0.6 else None,
            observed_on=on or self.a_day(),
            in_paid_work=self.random.random() < 0.6,
            source=self.random.choice(list(EvidenceSource)),
        )

    async def closing(self) -> None:
        waits = col(FollowUp.state).in_(OPEN_STATES | {FollowUpState.UNANSWERED})
        found = await self.one(FollowUp, waits, col(FollowUp.opens_on) <= self.by.today)
        closed = FollowUpClosed(
            state=self.random.choice((FollowUpState.REFUSED, FollowUpState.UNREACHABLE)), reason="By telephone"
        )
        async with self.session() as session:
            await close_follow_up(session, by=self.by, follow_up_id=found.id, version=found.version, closed=closed)

    async def score(self) -> None:
        found = await self.one(Placement)
        told = RatingTold(
            rated_on=max(found.starts_on, self.a_day()),
            dimension=self.random.choice(list(RatingDimension)),
            score=self.random.randrange(1, 6),
        )
        async with self.session() as session:
            await record_rating(session, by=self.by, placement_id=found.id, told=told)

    async def correction_of_score(self) -> None:
        rating = await self.one(Rating)
        if rating.superseded_at is None:
            await self.set(rating, superseded_at=self.at)

    async def level(self) -> None:
        trajectory = await self.one(Trajectory)
        async with self.session() as session:
            await record_language_measurement(
                session, by=self.by, trajectory_id=trajectory.id, measurement=self.measured()
            )

    async def correction_of_level(self) -> None:
        wrong = await self.one(LanguageMeasurement)
        async with self.session() as session:
            await correct_language_measurement(
                session, by=self.by, measurement_id=wrong.id, measurement=self.measured()
            )

    def measured(self) -> LanguageMeasurementFields:
        return LanguageMeasurementFields(
            measured_on=self.a_day(),
            skill=LanguageSkill.SPEAKING,
            level=self.random.choice((LanguageLevel.A1, LanguageLevel.A2, LanguageLevel.B1)),
            instrument="Talk",
            official=self.random.choice((None, True, False)),
        )

    async def correction_of_person(self) -> None:
        profile = {
            "gender": self.random.choice(list(Gender)),
            "education": self.random.randrange(9),
            "wished_hours": self.random.choice((24, 36)),
            "wished_sectors": ["Q"],
            "earlier_occupations": [self.random.choice(OCCUPATIONS)],
        }
        await self.change_person(**dict(self.random.sample(sorted(profile.items()), 2)))

    async def erasure_of_who_it_is(self) -> None:
        """Nothing is left that says who somebody is; what happened stays, as that of somebody unknown."""
        person = await self.one(Participant)
        profile = await self.find(ParticipantProfile, person.id)
        async with self.session() as session:
            await erase_participant(
                session,
                by=self.by,
                participant_id=person.id,
                version=person.version + profile.version,
                erased=ParticipantErased(reason=self.random.choice(list(ErasureReason))),
            )

    async def merge(self) -> None:
        """Somebody with two numbers: from now on the trajectories of one are of the other."""
        goes_on = col(Participant.merged_into_id).is_(None) & col(Participant.erased_at).is_(None)
        kept = await self.one(Participant, goes_on)
        other = await self.one(Participant, goes_on, Participant.id != kept.id)
        versions = [one.version + (await self.find(ParticipantProfile, one.id)).version for one in (kept, other)]
        async with self.session() as session:
            await merge_participants(
                session,
                by=self.by,
                kept_id=kept.id,
                version=versions[0],
                merged=ParticipantsMerged(participant_id=other.id, version=versions[1]),
            )

    async def change_person(self, **values: Any) -> None:
        person = await self.one(Participant)
        profile = await self.find(ParticipantProfile, person.id)
        async with self.session() as session:
            await change_participant(
                session,
                by=self.by,
                participant_id=person.id,
                version=person.version + profile.version,
                change=ParticipantUpdate(**values),
            )

    async def end_of_trajectory(self) -> None:
        found = await self.one(Trajectory, Trajectory.state == TrajectoryState.ACTIVE)
        taken = StepTaken(
            step=Step.DROP_OUT,
            on_date=max(found.started_on or FIRST_DAY, self.a_day()),
            end_reason=self.random.choice((TrajectoryEndReason.DECEASED, TrajectoryEndReason.MOVED)),
            destination=Destination.UNKNOWN,
        )
        async with self.session() as session:
            await take_step(session, by=self.by, trajectory_id=found.id, version=found.version, taken=taken)

    async def removal(self) -> None:
        """Somebody turns out to live elsewhere and to be in a cohort."""
        found = await self.one(Trajectory)
        async with self.session() as session:
            cohort = (await session.scalars(select(Cohort).where(Cohort.programme_id == found.programme_id))).first()
        moved = self.random.choice(("Utrecht", "Zeist", None))
        await self.set(found, municipality_name=moved, cohort_id=cohort.id if cohort else None)

    async def new_name_of_cohort(self) -> None:
        await self.set(await self.one(Cohort), name=f"Cohort of {self.at:%d-%m-%Y}")

    async def other_sector_of_employer(self) -> None:
        await self.set(await self.one(Organisation), nace_section=self.random.choice(("I", "Q", None)))

    async def new_name_of_programme(self) -> None:
        found = await self.one(Programme)
        change = ProgrammeUpdate(
            name=f"Programme of {self.at:%d-%m-%Y %M}", target_occupations=[self.random.choice(OCCUPATIONS)]
        )
        async with self.session() as session:
            await change_programme(session, by=self.by, programme_id=found.id, version=found.version, change=change)

    async def import_of_a_file(self) -> None:
        """Last year's workbook once more: the same people, with other answers in some of the cells."""
        programme = (await self.one(Programme)).name
        file = made_xlsx(
            Deelnemers=[participant("D90", Opleiding=self.random.randrange(9))],
            Trajecten=[completed("T90", "D90", Programma=programme)],
            Plaatsingen=[placement("P90", "T90", Uren=self.random.choice((12, 32)))],
            Waarnemingen=[
                observation("T90", **{"Betaald werk": self.random.choice(("ja", "nee"))}),
                observation("T90", Datum=self.a_day()),
            ],
            Taalmetingen=[language("T90", Niveau=self.random.choice(("A1", "B1")))],
        )
        async with self.session() as session:
            await import_workbook(session, by=self.by, file=read_file(file, self.by.today), dry_run=False)

    @property
    def by(self) -> Actor:
        return Actor.operator(self.at)

    def session(self) -> AbstractAsyncContextManager[AsyncSession]:
        return session_for(self.by)

    def a_day(self) -> date:
        return FIRST_DAY + timedelta(days=self.random.randrange((self.at.date() - FIRST_DAY).days))

    async def one(self, table: type[Row], *which: bool | sa.ColumnElement[bool]) -> Row:
        """A row of a table by chance, the same for the same seed. Raises NotFound when there is none yet."""
        async with self.session() as session:
            found = (await session.scalars(select(table).where(*which))).all()
        if not found:
            raise NotFound("There is nothing to change yet.")
        return self.random.choice(sorted(found, key=without_identity))

    async def find(self, table: type[Row], key: UUID) -> Row:
        async with self.session() as session:
            return await session.get_one(table, key)

    async def set(self, row: SQLModel, **values: object) -> None:
        """Change what has no use case of its own, as the operator does."""
        async with self.session() as session:
            stored = await session.get_one(type(row), sa.inspect(row).identity)
            for name, value in values.items():
                setattr(stored, name, value)


def without_identity(row: SQLModel) -> list[str]:
    """What a row says, without what is drawn anew in every run."""
    values = (getattr(row, name) for name in type(row).model_fields)
    return [str(value) for value in values if not isinstance(value, (UUID, list))]


Change = Callable[[Office], Awaitable[None]]
KINDS_OF_CHANGE: tuple[Change, ...] = (
    Office.somebody_new,
    Office.another_trajectory,
    Office.job,
    Office.correction_of_job,
    Office.end_of_job,
    Office.statement,
    Office.statement,
    Office.correction_of_statement,
    Office.closing,
    Office.score,
    Office.correction_of_score,
    Office.level,
    Office.correction_of_level,
    Office.correction_of_person,
    Office.erasure_of_who_it_is,
    Office.merge,
    Office.merge,
    Office.end_of_trajectory,
    Office.removal,
    Office.new_name_of_cohort,
    Office.other_sector_of_employer,
    Office.new_name_of_programme,
    Office.import_of_a_file,
)

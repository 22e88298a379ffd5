"""What the rows of one workbook may be about: a handful of statements, whatever its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Date, Text, Uuid, any_, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlalchemy.types import TypeEngine
from sqlmodel import col

from app.models import (
    Account,
    CoachingContact,
    Cohort,
    EmployerContact,
    FollowUp,
    LanguageMeasurement,
    Membership,
    Municipality,
    Observation,
    Organisation,
    Participant,
    ParticipantProfile,
    Placement,
    Programme,
    Rating,
    Trajectory,
)
from app.models.base import OfTrajectory
from app.rules.code_lists import Role
from app.rules.folded_text import folded
from app.rules.probable_duplicates import KnownPerson

Fact = TypeVar("Fact", bound=OfTrajectory)
Correctable = TypeVar("Correctable", LanguageMeasurement, Observation, Rating)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a workbook mentions, to be looked up in sets."""

    participants: Collection[str] = ()
    trajectories: Collection[str] = ()
    placements: Collection[str] = ()
    kvk_numbers: Collection[str] = ()
    employers: Collection[str] = ()
    birth_dates: Collection[date] = ()
    emails: Collection[str] = ()


@dataclass(slots=True)
class Known:
    """What is there already. Numbers are looked up with the lead organisation that gave them out."""

    programmes: dict[UUID, Programme] = field(default_factory=dict)
    cohorts: dict[tuple[UUID, str], Cohort] = field(default_factory=dict)
    participants: dict[tuple[UUID, str], Participant] = field(default_factory=dict)
    profiles: dict[UUID, ParticipantProfile] = field(default_factory=dict)
    trajectories: dict[tuple[UUID, str], Trajectory] = field(default_factory=dict)
    placements: dict[tuple[UUID, str], Placement] = field(default_factory=dict)
    language_measurements: dict[UUID, list[LanguageMeasurement]] = field(default_factory=dict)
    contacts: dict[UUID, list[CoachingContact]] = field(default_factory=dict)
    placements_of: dict[UUID, list[Placement]] = field(default_factory=dict)
    observations: dict[UUID, list[Observation]] = field(default_factory=dict)
    follow_ups: dict[UUID, list[FollowUp]] = field(default_factory=dict)
    ratings: dict[UUID, list[Rating]] = field(default_factory=dict)
    employers_by_kvk: dict[str, Organisation] = field(default_factory=dict)
    employers_by_name: dict[str, Organisation] = field(default_factory=dict)
    employer_contacts: dict[tuple[UUID, UUID], list[EmployerContact]] = field(default_factory=dict)
    team: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    municipality_names: dict[str, str] = field(default_factory=dict)
    municipality_codes: dict[str, str] = field(default_factory=dict)
    people_alike: list[KnownPerson] = field(default_factory=list)


async def programmes_to_import_into(session: AsyncSession, allowed: Collection[UUID] | None) -> dict[str, Programme]:
    """The programmes by folded name; only the allowed ones, or with None every one."""
    statement = select(Programme)
    if allowed is not None:
        statement = statement.where(col(Programme.id).in_(allowed))
    return {folded(programme.name): programme for programme in await session.scalars(statement)}


async def load_known(session: AsyncSession, programmes: Iterable[Programme], wanted: Wanted) -> Known:
    """Look up everything that a workbook mentions within the programmes' lead organisations."""
    known = Known(programmes={programme.id: programme for programme in programmes})
    leads = list({programme.lead_organisation_id for programme in known.programmes.values()})
    await _people(session, known, leads, wanted)
    await _trajectories(session, known, leads, wanted)
    of_trajectories = [trajectory.id for trajectory in known.trajectories.values()]
    known.language_measurements = await _current(session, LanguageMeasurement, of_trajectories)
    known.contacts = await _of(session, CoachingContact, of_trajectories)
    known.placements_of = await _of(session, Placement, of_trajectories)
    known.observations = await _current(session, Observation, of_trajectories)
    known.follow_ups = await _of(session, FollowUp, of_trajectories)
    known.ratings = await _current(session, Rating, of_trajectories)
    await _surroundings(session, known, wanted)
    return known


async def _people(session: AsyncSession, known: Known, leads: list[UUID], wanted: Wanted) -> None:
    """People by number: a number that was merged leads to who goes on."""
    named = aliased(Participant)
    people = await session.execute(
        select(col(named.number), Participant, ParticipantProfile)
        .select_from(named)
        .join(Participant, col(Participant.id) == func.coalesce(col(named.merged_into_id), col(named.id)))
        .join(ParticipantProfile, col(ParticipantProfile.id) == col(Participant.id))
        .where(
            _among(col(named.lead_organisation_id), leads, Uuid()),
            or_(
                _among(col(named.number), wanted.participants, Text()),
                _among(col(Participant.email), wanted.emails, Text()),
                _among(col(ParticipantProfile.birth_date), wanted.birth_dates, Date()),
            ),
        )
    )
    mentioned = set(wanted.participants)
    for number, participant, profile in people:
        if number in mentioned:
            known.participants[participant.lead_organisation_id, number] = participant
            known.profiles[participant.id] = profile
        elif number == participant.number:
            name = f"{participant.first_name} {participant.last_name}"
            known.people_alike.append(KnownPerson(participant.number, name, profile.birth_date, participant.email))


async def _trajectories(session: AsyncSession, known: Known, leads: list[UUID], wanted: Wanted) -> None:
    """Trajectories and placements by their numbers, wherever in a lead organisation's programmes they are."""
    of_lead = _among(col(Programme.lead_organisation_id), leads, Uuid())
    trajectories = await session.execute(
        select(col(Programme.lead_organisation_id), Trajectory)
        .join(Programme, col(Programme.id) == col(Trajectory.programme_id))
        .where(of_lead, _among(col(Trajectory.number), wanted.trajectories, Text()))
    )
    known.trajectories = {(lead, trajectory.number): trajectory for lead, trajectory in trajectories}
    placements = await session.execute(
        select(col(Programme.lead_organisation_id), Placement)
        .join(Programme, col(Programme.id) == col(Placement.programme_id))
        .where(of_lead, _among(col(Placement.number), wanted.placements, Text()))
    )
    known.placements = {(lead, placement.number): placement for lead, placement in placements}


async def _of(session: AsyncSession, table: type[Fact], trajectories: list[UUID]) -> dict[UUID, list[Fact]]:
    return _by_trajectory(
        await session.scalars(select(table).where(_among(col(table.trajectory_id), trajectories, Uuid())))
    )


async def _current(
    session: AsyncSession, table: type[Correctable], trajectories: list[UUID]
) -> dict[UUID, list[Correctable]]:
    """Facts that nothing has superseded."""
    return _by_trajectory(
        await session.scalars(
            select(table).where(
                _among(col(table.trajectory_id), trajectories, Uuid()), col(table.superseded_at).is_(None)
            )
        )
    )


def _by_trajectory(facts: Iterable[Fact]) -> dict[UUID, list[Fact]]:
    by_trajectory: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_trajectory[fact.trajectory_id].append(fact)
    return by_trajectory


async def _surroundings(session: AsyncSession, known: Known, wanted: Wanted) -> None:
    """Cohorts, employers and whom to ask there, the programme team, and the list of municipalities."""
    programmes = list(known.programmes)
    for cohort in await session.scalars(select(Cohort).where(_among(col(Cohort.programme_id), programmes, Uuid()))):
        known.cohorts[cohort.programme_id, cohort.name] = cohort
    names = [name.lower() for name in wanted.employers]
    for employer in await session.scalars(
        select(Organisation)
        .where(
            or_(
                _among(col(Organisation.kvk_number), wanted.kvk_numbers, Text()),
                _among(func.lower(col(Organisation.name)), names, Text()),
            )
        )
        .order_by(col(Organisation.recorded_at), col(Organisation.kvk_number).nulls_first(), col(Organisation.id))
    ):
        if employer.kvk_number is not None:
            known.employers_by_kvk.setdefault(employer.kvk_number, employer)
        known.employers_by_name.setdefault(employer.name.lower(), employer)
    of_programmes = select(EmployerContact).where(_among(col(EmployerContact.programme_id), programmes, Uuid()))
    for contact in await session.scalars(of_programmes.order_by(col(EmployerContact.recorded_at))):
        known.employer_contacts.setdefault((contact.programme_id, contact.organisation_id), []).append(contact)
    colleagues = await session.execute(
        select(col(Membership.programme_id), col(Account.display_name), col(Account.id))
        .join(Account, col(Account.id) == col(Membership.account_id))
        .where(
            _among(col(Membership.programme_id), programmes, Uuid()),
            col(Membership.role).in_([Role.COORDINATOR, Role.COACH]),
        )
    )
    known.team = {(programme, folded(name)): account for programme, name, account in colleagues if programme}
    for municipality in await session.scalars(select(Municipality)):
        known.municipality_names[municipality.code] = municipality.name
        known.municipality_codes[folded(municipality.name)] = municipality.code


def _among(column: SQLCoreOperations[Any], values: Collection[object], kind: TypeEngine[Any]) -> ColumnElement[bool]:
    """Whether a column is one of many values, sent as one array: a file may mention more than IN can hold."""
    return column == any_(literal(list(values), ARRAY(kind)))

"""Registers somebody in a programme in one go: the person, when not known yet, and the trajectory."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict
from app.models import Municipality, Participant, Programme, Trajectory
from app.models.base import Shape
from app.models.participant import ParticipantCreate
from app.models.trajectory import TrajectoryCreate
from app.rules.code_lists import Benefit, Gender, ResidenceGround
from app.rules.folded_text import folded
from app.rules.numbering import next_number, numbers_to_try
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.add_participant import add_participant
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to
from app.use_cases.register_trajectory import register_trajectory


class PersonRegistered(Shape):
    """What is known of somebody at the registration. `known_id` is the person's identity, when known already."""

    programme_id: UUID
    cohort_id: UUID | None = None
    registered_on: date
    first_name: str = Field(min_length=1, max_length=200)
    last_name: str = Field(min_length=1, max_length=200)
    birth_date: date | None = None
    gender: Gender | None = None
    phone: str | None = Field(default=None, max_length=50)
    email: str | None = Field(default=None, max_length=320)
    contact_language: str | None = Field(default=None, max_length=35)
    municipality_name: str | None = Field(default=None, max_length=100)
    residence_ground: ResidenceGround | None = None
    benefit: Benefit | None = None
    education: int | None = Field(default=None, ge=0, le=8)
    known_id: UUID | None = None


OF_THE_WAY = {"programme_id", "cohort_id", "registered_on"}


async def register_person(session: AsyncSession, *, by: Actor, registered: PersonRegistered) -> Trajectory:
    """Register somebody, with the next numbers that are free.

    Of a person who is known already nothing is changed. Raises Conflict when no free number was found.
    """
    programme = await referred_to(session, Programme, registered.programme_id, field="programme_id")
    require(by, Act.ADD_PARTICIPANT, programme.id)
    participant_id = registered.known_id or (await _add(session, by, programme, registered)).id
    taken = await session.scalars(select(Trajectory.number).where(col(Trajectory.programme_id) == programme.id))
    return await register_trajectory(
        session,
        by=by,
        registered=TrajectoryCreate(
            participant_id=participant_id,
            number=next_number("T", taken),
            **registered.model_dump(include=OF_THE_WAY),
        ),
    )


async def _add(session: AsyncSession, by: Actor, programme: Programme, registered: PersonRegistered) -> Participant:
    """Add the person. A number may be taken by somebody whom the actor does not see: then a later one is tried."""
    said = registered.model_dump(exclude={*OF_THE_WAY, "known_id"})
    code = await _municipality_code(session, registered.municipality_name)
    for number in numbers_to_try("D", await _numbers_seen(session, programme)):
        person = ParticipantCreate(programme_id=programme.id, number=number, municipality_code=code, **said)
        try:
            async with session.begin_nested():
                return await add_participant(session, by=by, participant=person)
        except IntegrityError as taken:
            if "uq_participant_lead_organisation_id_number" not in str(taken.orig):
                raise
    raise Conflict(Sentence("No free number was found for this person. Try again."))


async def _municipality_code(session: AsyncSession, name: str | None) -> str | None:
    """The code of a municipality, when the installation knows it by this name."""
    found = select(Municipality.code).where(col(Municipality.search_name) == folded(name or ""))
    return (await session.scalars(found)).first()


async def _numbers_seen(session: AsyncSession, programme: Programme) -> Iterable[str]:
    lead = col(Participant.lead_organisation_id) == programme.lead_organisation_id
    return await session.scalars(select(Participant.number).where(lead))

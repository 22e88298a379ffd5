"""Registers a participant in a programme: the first state of a trajectory."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict, FieldError
from app.models import (
    Cohort,
    Participant,
    ParticipantProfile,
    Programme,
    Trajectory,
    TrajectoryEvent,
)
from app.models.trajectory import TrajectoryCreate
from app.rules.code_lists import Role, TrajectoryState
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.colleague import colleague
from app.use_cases.erased import refuse_erased
from app.use_cases.faults import fault, not_in_future, raise_for
from app.use_cases.membership_roles import require
from app.use_cases.merged import refuse_merged
from app.use_cases.refer import referred_to

REGISTER = "register"
"""The step by which a trajectory begins."""


async def register_trajectory(session: AsyncSession, *, by: Actor, registered: TrajectoryCreate) -> Trajectory:
    """Register somebody. Without a municipality the trajectory keeps the one where the participant lives now.

    Raises Conflict when the programme has a trajectory with that number.
    """
    programme = await referred_to(session, Programme, registered.programme_id, field="programme_id")
    require(by, Act.ADD_PARTICIPANT, programme.id)
    participant = await referred_to(session, Participant, registered.participant_id, field="participant_id")
    refuse_erased(participant)
    refuse_merged(participant)
    raise_for(
        [
            not_in_future("registered_on", registered.registered_on, by.today),
            _same_organisation(participant, programme),
            await _cohort_fault(session, registered.cohort_id, programme.id),
        ]
    )
    coordinator = await colleague(session, registered.coordinator_id, Role.COORDINATOR, programme.id)
    coach = await colleague(session, registered.coach_id, Role.COACH, programme.id)
    await _refuse_taken_number(session, registered)
    profile = await session.get_one(ParticipantProfile, participant.id)
    trajectory = Trajectory(
        **registered.model_dump(exclude={"municipality_code"}),
        municipality_code=registered.municipality_code or profile.municipality_code,
        municipality_name=None if registered.municipality_code else profile.municipality_name,
        coordinator_name=coordinator.display_name if coordinator else None,
        coach_name=coach.display_name if coach else None,
    )
    session.add(trajectory)
    await session.flush()
    session.add(
        TrajectoryEvent(
            trajectory_id=trajectory.id,
            programme_id=programme.id,
            participant_id=participant.id,
            step=REGISTER,
            to_state=TrajectoryState.REGISTERED,
            on_date=registered.registered_on,
        )
    )
    await session.flush()
    await audit(
        session,
        by=by,
        action=REGISTER,
        object_type="trajectory",
        object_id=trajectory.id,
        programme_id=programme.id,
        changes={"registered_on": (None, trajectory.registered_on)},
    )
    return trajectory


def _same_organisation(participant: Participant, programme: Programme) -> FieldError | None:
    """Who is known to one organisation is not handed to another by a registration."""
    if participant.lead_organisation_id == programme.lead_organisation_id:
        return None
    elsewhere = Sentence("This participant is known to another organisation than the one that leads the programme.")
    return fault("participant_id", "of-another-organisation", elsewhere)


async def _cohort_fault(session: AsyncSession, cohort_id: UUID | None, programme_id: UUID) -> FieldError | None:
    cohort = await session.get(Cohort, cohort_id) if cohort_id else None
    if cohort_id is None or (cohort is not None and cohort.programme_id == programme_id):
        return None
    return fault("cohort_id", "unknown", Sentence("The programme has no such cohort."))


async def _refuse_taken_number(session: AsyncSession, registered: TrajectoryCreate) -> None:
    same_number = select(Trajectory.id).where(
        Trajectory.programme_id == registered.programme_id, Trajectory.number == registered.number
    )
    if (await session.scalars(same_number)).first() is not None:
        raise Conflict(Sentence("The programme has a trajectory with this number already."))

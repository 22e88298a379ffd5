"""Records a group session with the attendance of everybody in it, at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import NOT_THERE
from app.models import CoachingContact, GroupSession, Trajectory
from app.models.group_session import GroupSessionFields
from app.rules.code_lists import Attendance, ContactChannel, ContactKind
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.set_values import set_values

WAS_THERE = (Attendance.CAME, Attendance.LATE)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one person: how it was with coming, or None when that is not known.

    `version` is that of the contact which was read, None where there was none yet.
    """

    attendance: Attendance | None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """One person of whom nothing was recorded, and why."""

    trajectory_id: UUID
    why_not: Sentence


async def hold_group_session(
    session: AsyncSession,
    *,
    by: Actor,
    programme_id: UUID,
    cohort_id: UUID | None,
    held: GroupSessionFields,
    people: Mapping[UUID, Said],
) -> tuple[GroupSession, list[NotRecorded]]:
    """Record a session and a contact of each person; those of whom that cannot be are told, with the reason."""
    raise_for([not_in_future("held_on", held.held_on, by.today)])
    meeting = GroupSession(**held.model_dump(), programme_id=programme_id, cohort_id=cohort_id)
    session.add(meeting)
    await session.flush()
    not_recorded = await _record_people(session, meeting, people)
    await _tell(session, by, "record", meeting)
    return meeting, not_recorded


async def correct_group_session(
    session: AsyncSession,
    *,
    by: Actor,
    group_session_id: UUID,
    version: int,
    held: GroupSessionFields,
    people: Mapping[UUID, Said],
) -> list[NotRecorded]:
    """Correct a session and the attendance in it; the contacts follow its day, minutes and topics."""
    meeting = await load_to_change(session, GroupSession, group_session_id, version)
    raise_for([not_in_future("held_on", held.held_on, by.today)])
    set_values(meeting, held.model_dump())
    await session.flush()
    not_recorded = await _record_people(session, meeting, people)
    await _tell(session, by, "correct", meeting)
    return not_recorded


async def _record_people(
    session: AsyncSession, meeting: GroupSession, people: Mapping[UUID, Said]
) -> list[NotRecorded]:
    """Write the contacts of a session in sets: one read of the people, one of their contacts, one write."""
    mine = select(Trajectory).where(
        col(Trajectory.id).in_(people), col(Trajectory.programme_id) == meeting.programme_id
    )
    found = {row.id: row for row in await session.scalars(mine)}
    there = select(CoachingContact).where(col(CoachingContact.group_session_id) == meeting.id).with_for_update()
    contacts = {row.trajectory_id: row for row in await session.scalars(there)}
    not_recorded = []
    for trajectory_id, said in people.items():
        trajectory, contact = found.get(trajectory_id), contacts.get(trajectory_id)
        why_not = _why_not(meeting, trajectory, contact, said)
        if why_not or trajectory is None:
            not_recorded.append(NotRecorded(trajectory_id, why_not or NOT_THERE))
            continue
        if contact is None:
            contact = CoachingContact(
                group_session_id=meeting.id,
                **trajectory.fact_keys,
                contacted_on=meeting.held_on,
                kind=ContactKind.GROUP,
                channel=ContactChannel.IN_PERSON,
            )
            session.add(contact)
        _follow(contact, meeting, said.attendance)
    for trajectory_id, contact in contacts.items():
        if trajectory_id not in people:
            _follow(contact, meeting, contact.attendance)
    await session.flush()
    return not_recorded


def _why_not(
    meeting: GroupSession, trajectory: Trajectory | None, contact: CoachingContact | None, said: Said
) -> Sentence | None:
    if trajectory is None:
        return NOT_THERE
    if meeting.held_on < trajectory.registered_on:
        return Sentence("The session was before the registration on %(day)s.", day=trajectory.registered_on)
    if contact is not None and contact.version != said.version:
        return Sentence("Somebody else changed this while you were busy. Nothing was overwritten.")
    return None


def _follow(contact: CoachingContact, meeting: GroupSession, attendance: Attendance | None) -> None:
    """Bring a contact up to date with its session; only who was there took its minutes."""
    values = {
        "contacted_on": meeting.held_on,
        "attendance": attendance,
        "minutes": meeting.minutes if attendance in WAS_THERE else None,
        "topics": [str(topic) for topic in meeting.topics],
    }
    set_values(contact, values)


async def _tell(session: AsyncSession, by: Actor, action: str, meeting: GroupSession) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="group_session",
        object_id=meeting.id,
        programme_id=meeting.programme_id,
    )

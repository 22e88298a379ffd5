"""Whom a contact may be about: one's own people first, or those whose name has something in it."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.guided_states import IN_TOUCH

PERSON = """
    json_build_object(
        'id', trajectory.id,
        'name', participant.first_name || ' ' || participant.last_name,
        'number', trajectory.number,
        'programme', programme.name,
        'phase', trajectory.phase,
        'state', trajectory.state,
        'coach', trajectory.coach_name,
        'lastContactOn', trajectory.last_contact_on,
        'nextContactOn', trajectory.next_contact_on,
        'silentAfter', trajectory.silent_after
    )
"""
ORDER = "next_contact_on <= :today DESC NULLS LAST, silent_after, id"
STATES = ", ".join(f"'{state}'" for state in IN_TOUCH)

OWN = text(
    f"""
    WITH own AS (
        SELECT *, row_number() OVER (ORDER BY {ORDER}) AS place FROM trajectory
        WHERE coach_id = :me AND state IN ({STATES})
    )
    SELECT coalesce(json_agg({PERSON.replace("trajectory.", "own.")} ORDER BY own.place), '[]')::text
    FROM own
    JOIN participant ON participant.id = own.participant_id
    JOIN programme ON programme.id = own.programme_id
    """
)

BY_NAME = text(
    f"""
    WITH found AS (
        SELECT trajectory.* FROM trajectory
        JOIN participant ON participant.id = trajectory.participant_id
        WHERE position(:name IN participant.search_name) > 0
        ORDER BY trajectory.state IN ({STATES}) DESC, participant.last_name, participant.first_name, trajectory.id
        LIMIT :limit
    )
    SELECT coalesce(json_agg({PERSON.replace("trajectory.", "found.")}
        ORDER BY found.state IN ({STATES}) DESC, participant.last_name, participant.first_name, found.id), '[]')::text
    FROM found
    JOIN participant ON participant.id = found.participant_id
    JOIN programme ON programme.id = found.programme_id
    """
)

ONE = text(
    f"""
    SELECT ({PERSON}::jsonb || jsonb_build_object('topics', (
        SELECT topics FROM coaching_contact
        WHERE trajectory_id = trajectory.id AND cardinality(topics) > 0
        ORDER BY contacted_on DESC, recorded_at DESC LIMIT 1
    )))::text
    FROM trajectory
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN programme ON programme.id = trajectory.programme_id
    WHERE trajectory.id = :id
    """
)


async def read_own_people(session: AsyncSession, me: UUID | None, today: object) -> str:
    """Read one's own people as JSON: first who has an appointment by today, then who has waited longest."""
    return str((await session.execute(OWN, {"me": me, "today": today})).scalar_one())


async def read_people_named(session: AsyncSession, name: str, limit: int) -> str:
    """Read the first so many people whose folded name has this in it, as JSON."""
    return str((await session.execute(BY_NAME, {"name": name, "limit": limit})).scalar_one())


async def read_person(session: AsyncSession, trajectory_id: UUID) -> str | None:
    """Read one person, with the topics of the last contact that had any; nothing when not the reader's to see."""
    found = (await session.execute(ONE, {"id": trajectory_id})).scalar_one_or_none()
    return None if found is None else str(found)

"""Whom it is about when it is erased who somebody is, in one statement."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound

ERASURE = text(
    """
    SELECT json_build_object(
        'id', trajectory.id,
        'number', trajectory.number,
        'participantId', participant.id,
        'participantNumber', participant.number,
        'name', participant.first_name || ' ' || participant.last_name,
        'birthDate', profile.birth_date,
        'version', participant.version + profile.version,
        'erasedAt', participant.erased_at,
        'programmeIds', participant.programme_ids,
        'trajectories', (
            SELECT json_agg(json_build_object('number', one.number, 'programme', programme.name) ORDER BY one.number)
            FROM trajectory AS one
            JOIN programme ON programme.id = one.programme_id
            WHERE one.participant_id = participant.id
        )
    )
    FROM trajectory
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = participant.id
    WHERE trajectory.id = :trajectory
    """
)


async def read_erasure(session: AsyncSession, trajectory_id: UUID) -> dict[str, object]:
    """Read who the person of a trajectory is, and in which trajectories they are. Raises NotFound."""
    found: dict[str, object] | None = await session.scalar(ERASURE, {"trajectory": trajectory_id})
    if found is None:
        raise NotFound
    return found

"""The names of participants by their trajectories."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

NAMES = text(
    """
    SELECT trajectory.id, participant.first_name || ' ' || participant.last_name AS name
    FROM trajectory JOIN participant ON participant.id = trajectory.participant_id
    WHERE trajectory.id = any (:ids)
    """
)


async def read_names(session: AsyncSession, trajectory_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Read who the trajectories are of; those that the reader may not see are left out."""
    rows = await session.execute(NAMES, {"ids": list(trajectory_ids)})
    return {row.id: row.name for row in rows}

"""Who guided somebody, the latest first."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

GUIDED = text(
    """
    SELECT coalesce(json_agg(json_build_object(
        'role', role, 'name', coalesce(assignment.display_name, account.display_name), 'fromOn', from_on,
        'untilOn', until_on, 'reason', reason
    ) ORDER BY from_on DESC, until_on DESC NULLS FIRST), '[]')::text
    FROM assignment LEFT JOIN account ON account.id = assignment.account_id
    WHERE trajectory_id = :trajectory_id
    """
)


async def read_guided(session: AsyncSession, trajectory_id: UUID) -> str:
    """Read the assignments of a trajectory as JSON."""
    return str((await session.execute(GUIDED, {"trajectory_id": trajectory_id})).scalar_one())

"""Who is on the team of a programme."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.code_lists import Role

TEAM = text(
    """
    SELECT membership.role, account.id, account.display_name
    FROM membership
    JOIN account ON account.id = membership.account_id
    WHERE membership.programme_id = :programme_id AND membership.role IN ('coach', 'coordinator')
        AND account.closed_at IS NULL
    ORDER BY account.display_name, account.id
    """
)


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody of the team in one role."""

    role: Role
    account_id: UUID
    name: str


async def read_team(session: AsyncSession, programme_id: UUID) -> list[TeamMember]:
    """Read the coaches and coordinators of a programme, by name."""
    rows = await session.execute(TEAM, {"programme_id": programme_id})
    return [TeamMember(Role(row.role), row.id, row.display_name) for row in rows]


COACHES = text(
    """
    SELECT DISTINCT membership.role, account.id, account.display_name
    FROM membership
    JOIN account ON account.id = membership.account_id
    WHERE membership.programme_id = any ((SELECT acting_programmes())::uuid[]) AND membership.role = 'coach'
        AND account.closed_at IS NULL
    ORDER BY account.display_name, account.id
    """
)


async def read_coaches(session: AsyncSession) -> list[TeamMember]:
    """Read the coaches of all programmes of whose team the reader is, by name."""
    return [TeamMember(Role(row.role), row.id, row.display_name) for row in await session.execute(COACHES)]

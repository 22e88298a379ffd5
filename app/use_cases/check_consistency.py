"""Looks for facts that cannot all be true, and keeps what it finds until it is right again."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.queries.consistency.statement import KEEP_FINDINGS
from app.rules.follow_up_life import CANCELLED_BECAUSE

MAY_TAKE = text("select set_config('statement_timeout', '15min', true)")


async def check_consistency(session: AsyncSession, *, by: Actor) -> tuple[int, int]:
    """Check everything in all programmes; gives how many contradictions stand, and how many were resolved.

    Nothing is mended here: what finds a contradiction is not what should decide which of the facts is wrong.
    """
    await session.execute(MAY_TAKE)
    values = {"today": by.today, "now": by.at, "programme": None, "grounds": list(map(str, CANCELLED_BECAUSE.values()))}
    standing, resolved = (await session.execute(KEEP_FINDINGS, values)).one()
    return standing, resolved

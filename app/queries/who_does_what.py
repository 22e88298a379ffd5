"""Who does what in the programmes in which somebody's own organisation takes part: all that a partner sees of them."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

WHO_DOES_WHAT = text(
    """
    SELECT programme_id, programme,
           json_agg(json_build_object('organisation', organisation, 'role', role, 'task', task)
                    ORDER BY organisation) AS partners
    FROM who_does_what
    GROUP BY programme_id, programme
    ORDER BY programme
    """
)


async def read_who_does_what(session: AsyncSession) -> Sequence[RowMapping]:
    """Read the programmes by name, each with its partners; the one without a role leads it."""
    return (await session.execute(WHO_DOES_WHAT)).mappings().all()

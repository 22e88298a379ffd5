"""What an employer knows of the support at work in one own placement; notes of the team are not there to be read."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.base import Shape
from app.models.workplace_support import WorkplaceSupportFields

SUPPORT = text(
    """
    SELECT kind, state, starts_on, ends_on, source, version
    FROM workplace_support WHERE placement_id = :placement_id
    """
)


class OwnSupport(WorkplaceSupportFields, Shape):
    """One kind of support, with the version that a change is made from."""

    version: int


async def read_own_support(session: AsyncSession, placement_id: UUID) -> list[OwnSupport]:
    """Read what is known; nothing for a placement with another employer."""
    rows = await session.execute(SUPPORT, {"placement_id": placement_id})
    return [OwnSupport.model_validate(dict(row)) for row in rows.mappings()]

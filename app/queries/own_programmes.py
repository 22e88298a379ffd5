"""The programmes and cohorts in which somebody can register people."""

import json
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

OWN = text(
    """
    SELECT coalesce(json_agg(json_build_object(
        'id', programme.id,
        'name', programme.name,
        'cohorts', (
            SELECT coalesce(json_agg(json_build_object('id', cohort.id, 'name', cohort.name)
                ORDER BY cohort.starts_on DESC NULLS LAST, cohort.name), '[]')
            FROM cohort
            WHERE cohort.programme_id = programme.id
        )
    ) ORDER BY programme.name), '[]')::text
    FROM programme
    WHERE programme.id = ANY (:ids)
    """
)


async def read_own_programmes(session: AsyncSession, programme_ids: Collection[UUID]) -> list[dict[str, Any]]:
    """Read the programmes by name, each with its cohorts, the latest first."""
    found = await session.execute(OWN, {"ids": list(programme_ids)})
    programmes: list[dict[str, Any]] = json.loads(found.scalar_one())
    return programmes

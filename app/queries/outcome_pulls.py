"""Reads which outcome reports were asked for before."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

PULLS = text(
    """
    SELECT pull.at, account.display_name, pull.origin, pull.group_by, pull.as_of, pull.known_at, pull.result,
           pull.withheld, cardinality(pull.metrics) AS metrics, earlier.as_of AS like_as_of,
           (SELECT coalesce(array_agg(name ORDER BY name), '{}') FROM programme WHERE id = ANY (pull.programme_ids))
               AS programmes,
           (SELECT coalesce(array_agg(coalesce(municipality.name, code) ORDER BY code), '{}')
            FROM unnest(pull.municipality_codes) AS code LEFT JOIN municipality USING (code)) AS municipalities
    FROM outcome_pull AS pull
    LEFT JOIN account ON account.id = pull.account_id
    LEFT JOIN outcome_pull AS earlier ON earlier.id = pull.like_id
    ORDER BY pull.at DESC, pull.id
    LIMIT :limit OFFSET :offset
    """
)


async def read_outcome_pulls(session: AsyncSession, *, limit: int, offset: int) -> Sequence[RowMapping]:
    """Read a page of the pulls that the actor may know of, the latest first."""
    return (await session.execute(PULLS, {"limit": limit, "offset": offset})).mappings().all()

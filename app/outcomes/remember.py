"""Remembers every report that was asked for, and compares a new one with those that were published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import RowMapping, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import OutcomePull
from app.outcomes.report import ReportRequest
from app.rules.code_lists import PullResult

ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtextextended('outcome_pull', 0))")
"""Two reports that are made at once would not see each other; this lasts until the answer is complete."""

EARLIER = text(
    """
    select id, as_of, known_at, metrics, fingerprint, own_fingerprints,
           programme_ids = cast(:programmes as uuid[]) and municipality_codes = cast(:municipalities as text[])
               as is_same_scope
    from outcome_pull
    where fingerprint is not null
    order by is_same_scope desc, as_of desc, known_at desc
    """
)


@dataclass(frozen=True, kw_only=True)
class EarlierReport:
    """A report that was published; `is_same_scope` when it is about the programme or municipality asked for now."""

    id: UUID
    as_of: date
    known_at: datetime
    fingerprint: bytes
    own_fingerprints: Mapping[str, bytes]
    is_same_scope: bool


async def earlier_reports(session: AsyncSession, asked: ReportRequest) -> Sequence[EarlierReport]:
    """What was published before that this reader may read: of the same scope first, and the latest day first.

    Until the transaction ends nobody else publishes, so that what is read stays complete.
    """
    await session.execute(ONE_AT_A_TIME)
    scope = {"programmes": sorted(asked.programmes or ()), "municipalities": sorted(asked.municipalities or ())}
    found = await session.execute(EARLIER, scope)
    return [_earlier(row) for row in found.mappings()]


def _earlier(row: RowMapping) -> EarlierReport:
    """The own fingerprints stand in the order of the own metrics, which come last."""
    own = row["metrics"][-len(row["own_fingerprints"]) :] if row["own_fingerprints"] else ()
    return EarlierReport(
        id=row["id"],
        as_of=row["as_of"],
        known_at=row["known_at"],
        fingerprint=row["fingerprint"],
        own_fingerprints=dict(zip(own, row["own_fingerprints"], strict=True)),
        is_same_scope=row["is_same_scope"],
    )


async def remember(
    session: AsyncSession,
    *,
    by: Actor,
    asked: ReportRequest,
    result: PullResult,
    withheld: int = 0,
    fingerprint: bytes | None = None,
    own_fingerprints: Sequence[bytes] = (),
    like: EarlierReport | None = None,
) -> UUID:
    """Keep that somebody asked for a report, and what came of it; gives the number under which that is known."""
    row = OutcomePull(
        at=by.at,
        account_id=by.account_id,
        origin=by.origin,
        programme_ids=sorted(asked.programmes or ()),
        municipality_codes=sorted(asked.municipalities or ()),
        cohort_ids=sorted(asked.cohorts or ()),
        group_by=[dimension.value for dimension in asked.group_by],
        metrics=[metric.named for metric in asked.metrics],
        as_of=asked.as_of,
        known_at=asked.known_at,
        result=result,
        withheld=withheld,
        fingerprint=fingerprint,
        own_fingerprints=list(own_fingerprints),
        like_id=like.id if like else None,
    )
    await session.execute(insert(OutcomePull), [row.model_dump()])
    return row.id

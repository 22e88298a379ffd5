"""Assesses how things stand in the parts of somebody's life."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import FieldError
from app.models import AuditEvent, Circumstance, Trajectory
from app.models.circumstance import CircumstanceFields
from app.rules.circumstances import why_incomplete
from app.rules.sentence import Sentence
from app.use_cases.audit import audit_row
from app.use_cases.faults import fault, not_in_future, raise_for
from app.use_cases.load import load


async def assess_circumstances(
    session: AsyncSession,
    *,
    by: Actor,
    trajectory_id: UUID,
    assessed: Sequence[CircumstanceFields],
    only_changes: bool = False,
) -> list[Circumstance]:
    """Record assessments, at most one per domain. Each takes the place of the current one; that one stays on record.

    With `only_changes`, a domain of which nothing else is said than now is left alone, with its day.
    The log says that there was an assessment, not what it was: others read it than the team.
    """
    trajectory = await load(session, Trajectory, trajectory_id)
    domains = [one.domain for one in assessed]
    current = {
        one.domain: one
        for one in await session.scalars(
            select(Circumstance)
            .where(
                col(Circumstance.trajectory_id) == trajectory.id,
                col(Circumstance.superseded_at).is_(None),
                col(Circumstance.domain).in_(domains),
            )
            .with_for_update()
        )
    }
    if only_changes:
        assessed = [one for one in assessed if not _says_the_same(one, current.get(one.domain))]
        current = {one.domain: current[one.domain] for one in assessed if one.domain in current}
    raise_for(fault for one in assessed for fault in _faults(one, current.get(one.domain), by))
    for earlier in current.values():
        earlier.superseded_at = by.at
    await session.flush()
    recorded = [Circumstance(**one.model_dump(), **trajectory.fact_keys) for one in assessed]
    session.add_all(recorded)
    await session.flush()
    if recorded:
        rows = [audit_row(by, "record", "circumstance", one.id, one.programme_id) for one in recorded]
        await session.execute(insert(AuditEvent), rows)
    return recorded


def _says_the_same(one: CircumstanceFields, current: Circumstance | None) -> bool:
    return current is not None and (one.state, one.arrangement) == (current.state, current.arrangement)


def _faults(one: CircumstanceFields, current: Circumstance | None, by: Actor) -> Iterator[FieldError | None]:
    yield not_in_future("assessed_on", one.assessed_on, by.today)
    incomplete = why_incomplete(one.state, one.arrangement)
    yield fault("arrangement", "missing", incomplete) if incomplete else None
    if current is not None and one.assessed_on < current.assessed_on:
        sentence = Sentence(
            "There is an assessment of %(day)s already. An earlier one cannot take its place.", day=current.assessed_on
        )
        yield fault("assessed_on", "too-early", sentence)

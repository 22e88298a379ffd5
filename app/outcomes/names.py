"""From the names that people type to what a report is asked with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.standards import REGISTRY

PROGRAMMES = text("select id, name from programme order by name")
COHORTS = text("select id, programme_id, name from cohort order by name")


def metrics_named(codes: Sequence[str]) -> tuple[Metric, ...]:
    """The metrics with these codes, in the order asked, also measures of standards; else all of our own."""
    asked = tuple(dict.fromkeys(codes)) or tuple(METRICS)
    for code in asked:
        if code not in REGISTRY:
            raise NotFound(f"There is no metric “{code}”. There are: {', '.join(REGISTRY)}.")
    return tuple(REGISTRY[code] for code in asked)


async def programme_named(session: AsyncSession, name: str | None) -> frozenset[UUID] | None:
    """The programme with this name; None when no name is given."""
    if name is None:
        return None
    known = (await session.execute(PROGRAMMES)).all()
    return _ids_named("programme", name, known)


async def cohorts_named(
    session: AsyncSession, name: str | None, programmes: frozenset[UUID] | None
) -> frozenset[UUID] | None:
    """The cohorts with this name, within the programmes when they are given; None when no name is given."""
    if name is None:
        return None
    known = (await session.execute(COHORTS)).all()
    within = [row for row in known if programmes is None or row.programme_id in programmes]
    return _ids_named("cohort", name, within)


def _ids_named(noun: str, name: str, known: Sequence[Row[Any]]) -> frozenset[UUID]:
    found = frozenset(row.id for row in known if row.name.casefold() == name.strip().casefold())
    if found:
        return found
    names = ", ".join(dict.fromkeys(f"“{row.name}”" for row in known))
    raise NotFound(f"There is no {noun} “{name}”. There are: {names or 'none yet'}.")

"""Reads the measures of standards on a coordinator's behalf; always in the log."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.pull import log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest
from app.outcomes.standard_report import standards_beside_ours
from app.rules.standards.beside_ours import BesideOurs


async def exact_standards(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> tuple[BesideOurs, ...]:
    """Measures beside our own numbers, exact and not for publication, in programmes that the actor coordinates."""
    refuse_but_coordinator(by, asked)
    found = await standards_beside_ours(session, by=by, asked=asked)
    await log_pull(session, by, asked, "read exact standards")
    return found

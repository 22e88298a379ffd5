"""Adds language support to a trajectory."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import LanguageSupport, Trajectory
from app.models.language_support import LanguageSupportFields
from app.use_cases.audit import audit
from app.use_cases.check_language_support import check_language_support
from app.use_cases.load import load


async def add_language_support(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, support: LanguageSupportFields
) -> LanguageSupport:
    """Record that somebody gets help with the language, from a day on."""
    trajectory = await load(session, Trajectory, trajectory_id)
    await check_language_support(session, support)
    added = LanguageSupport(**support.model_dump(), **trajectory.fact_keys)
    session.add(added)
    await session.flush()
    await audit(
        session,
        by=by,
        action="add",
        object_type="language_support",
        object_id=added.id,
        programme_id=trajectory.programme_id,
        changes={"kind": (None, added.kind), "starts_on": (None, added.starts_on)},
    )
    return added

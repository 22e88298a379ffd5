"""Stops the links of questions that must not be asked any more."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from app.actor import Actor
from app.models import ConfirmationLink, FollowUp


async def revoke_links(session: AsyncSession, *, by: Actor, follow_ups: Sequence[FollowUp]) -> None:
    """Revoke every link to these follow-ups that still works, also one that was answered."""
    if follow_ups:
        await session.execute(
            update(ConfirmationLink)
            .where(
                col(ConfirmationLink.follow_up_id).in_([one.id for one in follow_ups]),
                col(ConfirmationLink.revoked_at).is_(None),
            )
            .values(revoked_at=by.at),
            execution_options={"synchronize_session": False},
        )

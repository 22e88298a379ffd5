"""A link of the demo that an employer can still answer, to show whoever looks around."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.links import secret_of
from app.use_cases.secrets import hash_of

OPEN = text(
    """
    SELECT confirmation_link.token_hash
    FROM confirmation_link
    JOIN follow_up ON follow_up.id = confirmation_link.follow_up_id
    WHERE answered_at IS NULL AND revoked_at IS NULL AND expires_at > :at AND follow_up.state IN ('due', 'asked')
    """
)
HOW_MANY = text("SELECT count(*) FROM confirmation_link")


async def open_link(session: AsyncSession, *, by: Actor) -> str | None:
    """The secret of a link that is open; None when they have all been answered, or their time has passed.

    Only hashes are kept. The secrets of the demo are numbered, so they can be worked out again.
    """
    unanswered = set(await session.scalars(OPEN, {"at": by.at}))
    numbers = range(1, (await session.scalar(HOW_MANY) or 0) + 1)
    return next((secret for secret in map(secret_of, numbers) if hash_of(secret) in unanswered), None)

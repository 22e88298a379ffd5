"""A link of the demo that an employer can still answer, to show whoever looks around."""

from collections.abc import Callable

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.links import own_secret_of, rating_secret_of, secret_of
from app.use_cases.secrets import hash_of

OPEN = text(
    """
    SELECT confirmation_link.token_hash
    FROM confirmation_link
    JOIN follow_up ON follow_up.id = confirmation_link.follow_up_id
    WHERE answered_at IS NULL AND revoked_at IS NULL AND partial IS NULL AND expires_at > :at
        AND follow_up.state IN ('due', 'asked') AND coalesce(follow_up.reason, '') = ''
    """
)
HOW_MANY = text("SELECT count(*) FROM confirmation_link")
TO_RATE = text(
    """
    SELECT token_hash FROM rating_request
    WHERE answered_at IS NULL AND revoked_at IS NULL AND expires_at > :at AND token_hash IS NOT NULL
    """
)
QUESTIONS = text("SELECT count(*) FROM rating_request")


async def open_link(session: AsyncSession, *, by: Actor) -> str | None:
    """The secret of a link that is open; None when they have all been answered, or their time has passed.

    Only hashes are kept. The secrets of the demo are numbered, so they can be worked out again.
    """
    return await _first_open(session, by, OPEN, HOW_MANY, secret_of)


async def open_own_link(session: AsyncSession, *, by: Actor) -> str | None:
    """The secret of a link with which a participant can still say whether the work lasts, as above."""
    return await _first_open(session, by, OPEN, HOW_MANY, own_secret_of)


async def open_rating_link(session: AsyncSession, *, by: Actor) -> str | None:
    """The secret of a link with which a participant can still say what it is like at work, as above."""
    return await _first_open(session, by, TO_RATE, QUESTIONS, rating_secret_of)


async def _first_open(
    session: AsyncSession, by: Actor, unanswered: TextClause, how_many: TextClause, secret: Callable[[int], str]
) -> str | None:
    hashes = set(await session.scalars(unanswered, {"at": by.at}))
    numbers = range(1, (await session.scalar(how_many) or 0) + 1)
    return next((one for one in map(secret, numbers) if hash_of(one) in hashes), None)

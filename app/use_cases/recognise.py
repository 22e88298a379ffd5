"""Finds out who is asking, from the secret that they show."""

from datetime import datetime, timedelta

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience, Membership
from app.rules.code_lists import Role

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)

OF_SESSION = text(
    """
    WITH live AS (
        SELECT account_id FROM sign_in_session
        WHERE token_hash = :hash AND last_seen_at > :idle_since AND started_at > :started_since
    ), seen AS (
        UPDATE sign_in_session SET last_seen_at = :now
        WHERE token_hash = :hash AND last_seen_at < :seen_before AND EXISTS (SELECT FROM live)
    )
    SELECT holder.*, set_config('app.account', account_id::text, true) AS acting
    FROM live JOIN acting_holder() AS holder USING (account_id)
    """
)
OF_TOKEN = text(
    """
    SELECT holder.*, set_config('app.account', account_id::text, true) AS acting
    FROM api_token JOIN acting_holder() AS holder USING (account_id)
    WHERE token_hash = :hash AND expires_at > :now AND revoked_at IS NULL
    """
)
"""Each finds out who it is and lets the transaction act for that account, at once: they come before every page."""


async def recognise_session(session: AsyncSession, hashed: str, *, at: datetime) -> Actor | None:
    """Who holds this cookie; None when it is unknown, idle for 30 minutes or older than 12 hours.

    `hashed` must be that of whom the session acts for, as the database tells nobody about the cookies of others.
    """
    limits = {"idle_since": at - IDLE, "started_since": at - LONGEST, "seen_before": at - timedelta(minutes=1)}
    return await _actor(session, OF_SESSION, {"hash": hashed, "now": at, **limits}, at=at, origin="page")


async def recognise_token(session: AsyncSession, hashed: str, *, at: datetime) -> Actor | None:
    """Whose API token this is; None when it is unknown, expired or revoked. `hashed` as for a cookie."""
    return await _actor(session, OF_TOKEN, {"hash": hashed, "now": at}, at=at, origin="api")


async def _actor(
    session: AsyncSession, statement: TextClause, shown: dict[str, object], *, at: datetime, origin: str
) -> Actor | None:
    rows = (await session.execute(statement, shown)).all()
    if not rows:
        return None
    actor = Actor(
        at=at,
        audience=Audience.TEAM,
        account_id=rows[0].account_id,
        display_name=rows[0].display_name,
        memberships=tuple(
            Membership(Role(row.role), row.organisation_id, row.programme_id, row.municipality_code)
            for row in rows
            if row.role is not None
        ),
        origin=origin,
        session_hash=str(shown["hash"]),
    )
    session.info["actor"] = actor
    return actor

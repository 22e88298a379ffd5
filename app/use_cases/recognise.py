"""Finds out who is asking, from the secret that they show."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience, Membership
from app.database import act_as
from app.rules.code_lists import Role

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)

OF_SESSION = text(
    """
    WITH live AS (
        SELECT account_id, set_config('app.account', account_id::text, true) AS acting
        FROM sign_in_session
        WHERE token_hash = :hash AND last_seen_at > :idle_since AND started_at > :started_since
    ), seen AS (
        UPDATE sign_in_session SET last_seen_at = :now
        WHERE token_hash = :hash AND last_seen_at < :seen_before AND EXISTS (SELECT FROM live)
    )
    SELECT account_id, acting FROM live
    """
)
OF_TOKEN = text(
    """
    SELECT account_id, set_config('app.account', account_id::text, true) AS acting
    FROM api_token
    WHERE token_hash = :hash AND expires_at > :now AND revoked_at IS NULL
    """
)
WHO = text(
    """
    SELECT account.id, account.display_name,
           membership.role, membership.organisation_id, membership.programme_id, organisation.municipality_code
    FROM account
    LEFT JOIN membership ON membership.account_id = account.id
    LEFT JOIN organisation ON organisation.id = membership.organisation_id
    WHERE account.id = :account AND account.closed_at IS NULL
    """
)


async def recognise_session(session: AsyncSession, hashed: str, *, at: datetime) -> Actor | None:
    """Who holds this cookie; None when it is unknown, idle for 30 minutes or older than 12 hours."""
    found = await session.execute(
        OF_SESSION,
        {
            "hash": hashed,
            "now": at,
            "idle_since": at - IDLE,
            "started_since": at - LONGEST,
            "seen_before": at - timedelta(minutes=1),
        },
    )
    account = found.scalar()
    return await _actor(session, account, at=at, origin="page", hashed=hashed) if account else None


async def recognise_token(session: AsyncSession, hashed: str, *, at: datetime) -> Actor | None:
    """Whose API token this is; None when it is unknown, expired or revoked."""
    found = await session.execute(OF_TOKEN, {"hash": hashed, "now": at})
    account = found.scalar()
    return await _actor(session, account, at=at, origin="api", hashed=hashed) if account else None


async def _actor(session: AsyncSession, account: UUID, *, at: datetime, origin: str, hashed: str) -> Actor | None:
    rows = (await session.execute(WHO, {"account": account})).all()
    if not rows:
        return None
    actor = Actor(
        at=at,
        audience=Audience.TEAM,
        account_id=account,
        display_name=rows[0].display_name,
        memberships=tuple(
            Membership(Role(row.role), row.organisation_id, row.programme_id, row.municipality_code)
            for row in rows
            if row.role is not None
        ),
        origin=origin,
        session_hash=hashed,
    )
    await act_as(session, actor)
    return actor

"""Gives an account a bearer token with which it calls the API."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import ApiToken
from app.rules.permissions import Act
from app.use_cases.audit import audit
from app.use_cases.membership_roles import require
from app.use_cases.secrets import new_secret

LASTS = timedelta(days=365)


async def issue_token(session: AsyncSession, *, by: Actor, account_id: UUID, name: str) -> str:
    """Make a token that works for a year. It is told this once; only its hash is kept."""
    require(by, Act.ADD_ACCOUNT)
    secret, hashed = new_secret()
    token = ApiToken(account_id=account_id, name=name, token_hash=hashed, expires_at=by.at + LASTS)
    session.add(token)
    await session.flush()
    await audit(session, by=by, action="issue", object_type="api_token", object_id=token.id)
    return secret

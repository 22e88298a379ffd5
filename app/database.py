"""Connections to PostgreSQL, and on whose behalf they act.

One request is one transaction. At its start the transaction takes the database role of the actor's audience and
says who asks; row security in the database does the rest. Nobody but `session_for` commits.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache

from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import Session, SessionTransaction
from sqlmodel.ext.asyncio.session import AsyncSession

from app.actor import Actor, Audience
from app.settings import settings

ROLE_OF_AUDIENCE = {
    Audience.TEAM: "bestendig_app",
    Audience.EMPLOYER: "bestendig_employer",
    Audience.REPORTS: "bestendig_reports",
    Audience.OPERATOR: "bestendig_owner",
}

ACT_AS = text(
    """
    SELECT set_config('role', :role, true),
           set_config('app.account', :account, true),
           set_config('app.session', :session, true),
           set_config('app.link', :link, true),
           set_config('statement_timeout', :timeout, true)
    """
)


def database_url() -> URL:
    """The address of the database, with the driver that we use."""
    configured = settings().database_url
    if configured is None:
        from app.embedded import address  # noqa: PLC0415  the built-in server is not even imported elsewhere

        return make_url(address())
    return make_url(configured.get_secret_value()).set(drivername="postgresql+psycopg")


@lru_cache
def engine() -> AsyncEngine:
    """The pool of connections of this process."""
    return create_async_engine(database_url(), pool_size=settings().database_pool_size, max_overflow=0)


class ActingSession(Session):
    """A session whose every transaction acts for `info["actor"]`, also after a commit."""


@event.listens_for(ActingSession, "after_begin")
def _act(session: Session, _transaction: SessionTransaction, connection: Connection) -> None:
    actor: Actor = session.info["actor"]
    connection.execute(ACT_AS, acting_parameters(actor))


def acting_parameters(actor: Actor, audience: Audience | None = None) -> dict[str, str]:
    """The parameters of `ACT_AS` for an actor, at their own door or at another one that they may use."""
    return {
        "role": ROLE_OF_AUDIENCE[audience or actor.audience],
        "account": str(actor.account_id or ""),
        "session": actor.session_hash,
        "link": actor.link_hash,
        "timeout": f"{settings().statement_timeout_seconds}s",
    }


@asynccontextmanager
async def session_for(actor: Actor) -> AsyncIterator[AsyncSession]:
    """One transaction on behalf of an actor: committed when the block ends well, undone when it does not."""
    async with AsyncSession(
        engine(), sync_session_class=ActingSession, expire_on_commit=False, info={"actor": actor}
    ) as session:
        async with session.begin():
            yield session

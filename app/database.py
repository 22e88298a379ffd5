"""Connections to PostgreSQL, and on whose behalf they act.

One request is one transaction. At its start the transaction takes the database role of the actor's audience and
says who asks; row security in the database does the rest. Nobody but `session_for` commits.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache

from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session, SessionTransaction

from app.actor import Actor, Audience
from app.models.base import Changeable, Recorded
from app.models.who_acts import EMPLOYER, OWNER, PARTICIPANT, REPORTS, TEAM
from app.settings import settings

ROLE_OF_AUDIENCE = {
    Audience.TEAM: TEAM,
    Audience.EMPLOYER: EMPLOYER,
    Audience.PARTICIPANT: PARTICIPANT,
    Audience.REPORTS: REPORTS,
    Audience.OPERATOR: OWNER,
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
        from app.embedded import address  # where a server is configured, the built-in one is not even loaded

        return make_url(address())
    return make_url(configured.get_secret_value()).set(drivername="postgresql+psycopg")


@lru_cache
def engine() -> AsyncEngine:
    """The pool of connections of this process. A fault never repeats the values sent: a name may be among them."""
    return create_async_engine(
        database_url(), pool_size=settings().database_pool_size, max_overflow=0, hide_parameters=True
    )


def bind() -> AsyncEngine | AsyncConnection:
    """What sessions run on: the pool, or in tests one connection that is rolled back afterwards."""
    return engine()


class ActingSession(Session):
    """A session whose every transaction acts for `info["actor"]`, and that stamps what it writes."""


@event.listens_for(ActingSession, "after_begin")
def _act(session: Session, _transaction: SessionTransaction, connection: Connection) -> None:
    connection.execute(ACT_AS, acting_parameters(session.info["actor"]))


@event.listens_for(ActingSession, "before_flush")
def _stamp(session: Session, _context: object, _instances: object) -> None:
    """Every new row says who recorded it and when, every changed row gets the next version."""
    actor: Actor = session.info["actor"]
    for row in session.new:
        if isinstance(row, Recorded) and row.__dict__.get("recorded_at") is None:
            row.recorded_at, row.recorded_by = actor.at, actor.account_id
        if isinstance(row, Changeable) and row.__dict__.get("changed_at") is None:
            row.changed_at, row.changed_by = actor.at, actor.account_id
    for row in session.dirty:
        if isinstance(row, Changeable) and session.is_modified(row):
            row.version += 1
            row.changed_at, row.changed_by = actor.at, actor.account_id


def acting_parameters(actor: Actor) -> dict[str, str]:
    """The parameters of `ACT_AS` for an actor."""
    return {
        "role": ROLE_OF_AUDIENCE[actor.audience],
        "account": str(actor.account_id or ""),
        "session": actor.session_hash,
        "link": actor.link_hash,
        "timeout": f"{settings().statement_timeout_seconds}s",
    }


async def act_as(session: AsyncSession, actor: Actor) -> None:
    """From here on this transaction acts for another actor, or for the same one at another door."""
    session.info["actor"] = actor
    await session.execute(ACT_AS, acting_parameters(actor))


@asynccontextmanager
async def session_for(actor: Actor) -> AsyncIterator[AsyncSession]:
    """One transaction on behalf of an actor: committed when the block ends well, undone when it does not."""
    session = AsyncSession(
        bind(),
        sync_session_class=ActingSession,
        expire_on_commit=False,
        info={"actor": actor},
        join_transaction_mode="create_savepoint",
    )
    async with session, session.begin():
        yield session

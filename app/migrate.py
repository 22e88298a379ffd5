"""Brings the database to the schema that this version of the program expects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import URL

from app import database
from app.models.who_acts import ROLES

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).resolve().parent.parent / "alembic"
NEWEST = max(file.stem for file in (MIGRATIONS / "versions").glob("*.py"))
HAS_REVISION = text("select to_regclass('alembic_version') is not null")
REVISION = text("select version_num from alembic_version")
IS_MEMBER = text(
    "select count(*) = cardinality(cast(:roles as text[])) from pg_roles "
    "where rolname = any (cast(:roles as text[])) and pg_has_role(current_user, oid, 'member')"
)


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic needs to know."""
    from alembic.config import Config  # Alembic takes a third of a second to load, at every start

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def migrate(url: URL | None = None, revision: str = "head") -> tuple[str | None, str | None]:
    """Upgrade the database; returns the revision before and after. Doing it twice changes nothing."""
    engine = create_engine(url or database.database_url())
    try:
        with engine.connect() as connection:
            before = current_revision(connection)
            if revision == "head" and before == NEWEST and connection.scalar(IS_MEMBER, {"roles": list(ROLES)}):
                return before, before
            from alembic import command  # only where there is something to do

            connection.rollback()
            command.upgrade(configuration(connection), revision)
            return before, current_revision(connection)
    finally:
        engine.dispose()


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None when it is empty."""
    revision = connection.scalar(REVISION) if connection.scalar(HAS_REVISION) else None
    connection.rollback()
    return revision

"""Brings the database to the schema that this version of the program expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import URL

from app import database

MIGRATIONS = Path(__file__).resolve().parent.parent / "alembic"


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic needs to know."""
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
            command.upgrade(configuration(connection), revision)
            return before, current_revision(connection)
    finally:
        engine.dispose()


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None when it is empty."""
    revision = MigrationContext.configure(connection).get_current_revision()
    connection.rollback()
    return revision

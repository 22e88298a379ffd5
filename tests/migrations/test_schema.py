"""The migrations add up to what the program declares, and can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from app.migrate import MIGRATIONS, configuration
from app.models.schema import statements
from tests.conftest import run_sql

CATALOGUE = {
    "columns": """
        select table_name, column_name, data_type, udt_name, character_maximum_length, numeric_precision, numeric_scale,
               is_nullable, column_default
        from information_schema.columns where table_schema = 'public' and table_name <> 'alembic_version'
    """,
    "constraints": """
        select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'alembic_version'
    """,
    "indexes": """
        select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename <> 'alembic_version'
    """,
    "policies": "select tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies",
    "row security": """
        select relname, relrowsecurity, relforcerowsecurity from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'alembic_version'
    """,
    "views": "select viewname, definition from pg_views where schemaname = 'public'",
    "functions": """
        select proname, pg_get_functiondef(oid), proacl::text from pg_proc where pronamespace = 'public'::regnamespace
    """,
    "triggers": """
        select tgrelid::regclass::text, tgname, pg_get_triggerdef(pg_trigger.oid) from pg_trigger
        join pg_class on pg_class.oid = tgrelid
        where not tgisinternal and relnamespace = 'public'::regnamespace
    """,
    "grants": """
        select table_name, grantee, privilege_type from information_schema.table_privileges
        where table_schema = 'public' and table_name <> 'alembic_version'
    """,
    "column grants": """
        select table_name, column_name, grantee, privilege_type from information_schema.column_privileges
        where table_schema = 'public' and table_name <> 'alembic_version'
    """,
    "owners": """
        select relname, pg_get_userbyid(relowner) from pg_class
        where relnamespace = 'public'::regnamespace and left(relname, 15) <> 'alembic_version'
    """,
}


def catalogue(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    """What is in a database, in words that can be compared."""
    return {
        part: {tuple(" ".join(str(value).split()) for value in row) for row in connection.exec_driver_sql(query)}
        for part, query in CATALOGUE.items()
    }


@pytest.fixture
def empty_database(cluster: URL, worker_id: str, template: str) -> Iterator[URL]:
    """A database with nothing in it, on a server where the roles exist."""
    name = f"bestendig_empty_{worker_id}"
    run_sql(cluster, f"drop database if exists {name} with (force)", f"create database {name}")
    yield cluster.set(database=name)
    run_sql(cluster, f"drop database if exists {name} with (force)")


def connect(url: URL) -> sa.Engine:
    """An engine that keeps nothing open."""
    return sa.create_engine(url, poolclass=NullPool)


def test_the_migrated_schema_is_the_declared_one(empty_database: URL, worker_database: URL) -> None:
    run_sql(
        empty_database,
        "grant usage on schema public to bestendig_app, bestendig_employer, bestendig_participant, bestendig_reports",
        "grant usage, create on schema public to bestendig_owner",
    )
    with connect(empty_database).begin() as connection:
        connection.exec_driver_sql("set local role bestendig_owner")
        for statement in statements():
            connection.execute(sa.text(statement))
        declared = catalogue(connection)
    with connect(worker_database).begin() as connection:
        migrated = catalogue(connection)
    for part in CATALOGUE:
        assert migrated[part] == declared[part], part
        assert declared[part], f"nothing to compare in {part}"


REVISIONS = [
    script.revision for script in reversed(list(ScriptDirectory.from_config(configuration()).walk_revisions()))
]


def test_each_migration_can_be_undone_and_done_again_and_all_undone_leave_nothing(empty_database: URL) -> None:
    with connect(empty_database).connect() as connection:
        settings = configuration(connection)
        for revision in REVISIONS:
            command.upgrade(settings, revision)
            after = catalogue(connection)
            connection.rollback()
            command.downgrade(settings, "-1")
            connection.rollback()
            command.upgrade(settings, revision)
            assert catalogue(connection) == after, revision
            connection.rollback()
        command.downgrade(settings, "base")
        left = catalogue(connection)
    assert not any(left.values()), left


def test_a_migration_is_named_after_its_revision_and_needs_nothing_of_the_program() -> None:
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert files
    for file in files:
        text = Path(file).read_text()
        assert f'revision = "{file.stem}"' in text
        assert "import app" not in text
        assert "from app" not in text

"""The queue that our migration makes is the one that the installed procrastinate expects."""

from importlib.resources import files

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from tests.conftest import run_sql
from tests.migrations.test_schema import connect, empty_database

__all__ = ["empty_database"]

IN_JOBS = {
    "columns": """
        select table_name, column_name, data_type, udt_name, is_nullable, column_default
        from information_schema.columns where table_schema = 'jobs'
    """,
    "constraints": """
        select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'jobs'::regnamespace and contype <> 'n'
    """,
    "indexes": "select indexname, indexdef from pg_indexes where schemaname = 'jobs'",
    "functions": "select proname, pg_get_functiondef(oid) from pg_proc where pronamespace = 'jobs'::regnamespace",
    "triggers": """
        select tgname, pg_get_triggerdef(pg_trigger.oid) from pg_trigger join pg_class on pg_class.oid = tgrelid
        where not tgisinternal and relnamespace = 'jobs'::regnamespace
    """,
    "values": """
        select typname, enumlabel from pg_enum join pg_type on pg_type.oid = enumtypid
        where typnamespace = 'jobs'::regnamespace
    """,
}


def queue_in(connection: Connection) -> dict[str, set[tuple[str, ...]]]:
    """What is in the schema of the queue, in words that can be compared."""
    connection.exec_driver_sql("set search_path = jobs, pg_catalog")
    return {
        part: {tuple(" ".join(str(value).split()) for value in row) for row in connection.exec_driver_sql(query)}
        for part, query in IN_JOBS.items()
    }


def test_the_queue_is_that_of_the_installed_version(empty_database: URL, worker_database: URL) -> None:
    schema = (files("procrastinate") / "sql" / "schema.sql").read_text()
    run_sql(empty_database, "create schema jobs")
    with connect(empty_database).begin() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("set search_path = jobs, pg_catalog")
        cursor.execute(schema)
        expected = queue_in(connection)
    with connect(worker_database).begin() as connection:
        made = queue_in(connection)
    for part in IN_JOBS:
        assert made[part] == expected[part], part
        assert expected[part], f"nothing to compare in {part}"

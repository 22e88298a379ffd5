"""Loads the made-up programmes in large.

It is the data of the demo, only more of it, and sent with COPY straight into the tables. Foreign keys and the triggers
that remember versions are left out while loading (`session_replication_role`, for which one must be superuser of the
server): they work per row and would take longer than all the rest. The data hold by construction, the twins are
filled with one statement per table afterwards, and the triggers that keep derived columns stay on: they work per
statement, or look up one row.
"""

import asyncio
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import datetime

import psycopg
from psycopg import sql
from sqlmodel import SQLModel

from app.clock import day_of
from app.demo.make_up import make_up_programme
from app.demo.size import Size
from app.demo.write import copy_rows, tables_of
from app.models.history import HISTORY

PEOPLE_OF_A_PROGRAMME = 1_000
KEEP_DERIVED = (
    "select tgrelid::regclass::text, tgname from pg_trigger "
    "where not tgisinternal and tgname ~ '_keep_(.*_insert|contact_norm)$' and tgname !~ 'assignments'"
)


def load(url: str, people: int, at: datetime) -> None:
    """Load so many people, in programmes of a thousand, into an empty database; each core does programmes."""
    size = Size(people=people, programmes=max(1, people // PEOPLE_OF_A_PROGRAMME))
    began, rows = time.monotonic(), 0
    with psycopg.connect(url, autocommit=True) as connection:
        _derive(connection, "always")
        with ProcessPoolExecutor(os.cpu_count()) as processes:
            programmes = [
                processes.submit(_load_programme, url, size, number, at) for number in range(1, size.programmes + 1)
            ]
            for done, programme in enumerate(as_completed(programmes), start=1):
                rows += programme.result()
                print(f"\r  {done} of {size.programmes} programmes, {rows:,} rows", end="", flush=True)
        _derive(connection, "")
        for table in HISTORY:
            _fill_twin(connection, table)
        connection.execute("vacuum (analyze)")
    print(f" in {time.monotonic() - began:.0f} seconds")


def _load_programme(url: str, size: Size, number: int, at: datetime) -> int:
    book = make_up_programme(size, number, at, day_of(at))

    async def send() -> int:
        async with await psycopg.AsyncConnection.connect(url) as connection:
            await connection.execute("set session_replication_role = replica")
            for table in tables_of(book):
                await copy_rows(connection, table, table.name, book.now(table.name))
        return sum(len(rows) for rows in book.first.values())

    return asyncio.run(send())


def _derive(connection: psycopg.Connection, when: str) -> None:
    """Let the triggers of derived columns fire although the others do not, or make them usual again."""
    for table, trigger in connection.execute(KEEP_DERIVED).fetchall():
        connection.execute(
            sql.SQL("alter table {table} enable {when} trigger {trigger}").format(
                table=sql.Identifier(table), when=sql.SQL(when), trigger=sql.Identifier(trigger)
            )
        )


def _fill_twin(connection: psycopg.Connection, table: str) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, SQLModel.metadata.tables[table].columns.keys()))
    connection.execute(
        sql.SQL(
            "insert into {twin} (known_from, known_until, {columns}) "
            "select changed_at, 'infinity', {columns} from {table}"
        ).format(twin=sql.Identifier(f"{table}_history"), table=sql.Identifier(table), columns=columns)
    )

"""Writes a book of made-up rows in bulk.

Rows are copied into a temporary table and from there into the real one with one statement per table, because COPY
itself is not possible where row security holds. What was changed later is written as an update, so that the triggers
keep every version. The caller's transaction decides whether all of it stays.
"""

from collections.abc import Collection, Iterable, Sequence

from psycopg import AsyncConnection, sql
from psycopg.types.json import Jsonb
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import SQLModel

from app.demo.book import Book, Row


async def write(connection: AsyncConnection, book: Book) -> None:
    """Write the rows as they were first recorded, and then what became of them, change by change."""
    for table in tables_of(book):
        await _load(connection, table, book.first[table.name].values(), INSERT)
    for changed in (book.meanwhile, book.later):
        for table in tables_of(book):
            if changed[table.name]:
                await _load(connection, table, changed[table.name].values(), UPDATE)


def tables_of(book: Book) -> list[Table]:
    """The tables with rows, those that others point at first."""
    return [table for table in SQLModel.metadata.sorted_tables if book.first[table.name]]


async def copy_rows(connection: AsyncConnection, table: Table, target: str, rows: Iterable[Row]) -> None:
    """Send rows to a table that has the columns of another one."""
    names = table.columns.keys()
    documents = {column.name for column in table.columns if isinstance(column.type, JSONB)}
    statement = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(target), _listed(names))
    async with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            await copy.write_row([_sent(row.get(name), name in documents) for name in names])


INSERT = sql.SQL("insert into {table} ({columns}) select {columns} from {incoming}")
UPDATE = sql.SQL(
    "update {table} set ({columns}) = (select {columns} from {incoming} where {incoming}.id = {table}.id) "
    "from {incoming} as changed where changed.id = {table}.id"
)


async def _load(connection: AsyncConnection, table: Table, rows: Collection[Row], statement: sql.SQL) -> None:
    incoming = f"incoming_{table.name}"
    names = {"table": sql.Identifier(table.name), "incoming": sql.Identifier(incoming)}
    await connection.execute(
        sql.SQL("create temporary table {incoming} (like {table} including defaults)").format(**names)
    )
    await copy_rows(connection, table, incoming, rows)
    told = [
        column.name for column in table.columns if any(column.name in row for row in rows)
    ]  # derived columns are not
    await connection.execute(statement.format(**names, columns=_listed(told)))
    await connection.execute(sql.SQL("drop table {incoming}").format(**names))


def _listed(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(name) for name in names)


def _sent(value: object, is_document: bool) -> object:
    return Jsonb(value) if is_document and value is not None else value

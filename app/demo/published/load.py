"""Puts made-up people into the database, a set at a time: their sheets are copied in, and all rows follow from those.

Everything is recorded at the moment of loading, as with a workbook.
"""

from collections.abc import Mapping, Sequence

from psycopg import AsyncConnection, sql
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.published.load_sql import INCOMING, ROWS_OF_SHEETS
from app.demo.published.sheets import Sheets
from app.exchange.row_contents import ParticipantContent
from app.models.programme import Programme
from app.rules.folded_text import folded


async def load(session: AsyncSession, *, by: Actor, programme: Programme, sheets: Sheets) -> None:
    """Write the people into a programme in which nobody is yet, in the transaction of the session."""
    connection = (await (await session.connection()).get_raw_connection()).driver_connection
    assert connection is not None  # noqa: S101  a session that is in use has one
    for sheet, columns in INCOMING.items():
        await _copy(connection, sheet, columns, getattr(sheets, sheet))
    await session.execute(text("discard plans"))  # made while the tables were small, they would read them whole
    said = {"programme": programme.id, "lead": programme.lead_organisation_id, "at": by.at}
    for statement in ROWS_OF_SHEETS:
        await session.execute(text(statement), said)
    for sheet in INCOMING:
        await session.execute(text(f"drop table incoming_{sheet}"))


async def _copy(connection: AsyncConnection, sheet: str, columns: Mapping[str, str], rows: Sequence[object]) -> None:
    table = sql.Identifier(f"incoming_{sheet}")
    declared = sql.SQL(", ").join(sql.SQL(f"{name} {kind}") for name, kind in columns.items())
    await connection.execute(sql.SQL("create temporary table {} ({})").format(table, declared))
    async with connection.cursor() as cursor, cursor.copy(sql.SQL("copy {} from stdin").format(table)) as copy:
        for row in rows:
            await copy.write_row(
                [_search_name(row) if name == "search_name" else getattr(row, name) for name in columns]
            )
    await connection.execute(sql.SQL("analyze {}").format(table))


def _search_name(row: object) -> str | None:
    return folded(f"{row.first_name} {row.last_name}") if isinstance(row, ParticipantContent) else None

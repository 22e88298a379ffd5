"""The statement behind a page, as the program itself sends it, and the same on a bare connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpx
import psycopg
import sqlalchemy as sa

from app import database
from app.main import create_app

FINDS_OUT_WHO_ASKS = "set_config("


@dataclass(frozen=True, slots=True)
class Statement:
    """What is sent to the database for one page, apart from finding out who asks."""

    text: str
    parameters: Mapping[str, object]


async def statement_behind(path: str, headers: dict[str, str]) -> Statement:
    """Ask the program for a page in this process and note what it sends.

    Raises ValueError when it is not exactly one statement: a hot read is one.
    """
    sent: list[Statement] = []

    def note(_connection: object, _cursor: object, text: str, parameters: Mapping[str, object], *_rest: object) -> None:
        if FINDS_OUT_WHO_ASKS not in text:
            sent.append(Statement(text, dict(parameters)))

    engine = database.engine().sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        transport = httpx.ASGITransport(app=create_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=headers) as client:
            answer = await client.get(path)
            answer.raise_for_status()
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
        await database.engine().dispose()
    if len(sent) != 1:
        raise ValueError(f"{path} takes {len(sent)} statements, not one: {[one.text[:80] for one in sent]}")
    return sent[0]


async def bare_connection(url: str, account: str) -> psycopg.AsyncConnection[tuple[object, ...]]:
    """A connection that acts for an account as the program does, with row security on, and nothing around it."""
    connection = await psycopg.AsyncConnection.connect(url, autocommit=True)
    await connection.execute(
        "select set_config('role', 'bestendig_app', false), set_config('app.account', %s, false)", [account]
    )
    return connection


async def run(
    connection: psycopg.AsyncConnection[tuple[object, ...]], statement: Statement
) -> Sequence[tuple[object, ...]]:
    """Run a statement and fetch what it answers."""
    return await (await connection.execute(statement.text.encode(), statement.parameters)).fetchall()

"""The standard report against hand-written SQL over the base tables, on many people.

Both ask for the same figures: by programme and in all, placed within 12 months, and 12 months after the first job in
work, without interruption and with the same employer. What they answer is held together before anything is timed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from app import clock
from app.actor import Actor
from app.database import ActingSession
from app.migrate import migrate
from app.outcomes.report import PLAN_FOR_SETS, ReportRequest, outcome_report
from app.outcomes.statement import Dimension
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow
from bench.readings import Readings

AS_OF = date(2026, 6, 30)
"""The day until which the people are made up."""
STANDARD = (
    "placed_within_12_months",
    "retention_12_months_in_work",
    "retention_12_months_uninterrupted",
    "retention_12_months_same_employer",
)
ONE = STANDARD[1:2]
TEN = (STANDARD[0], *(code for code in METRICS if code.startswith(("retention_3", "retention_6", "retention_12_"))))
FOLDER = Path(__file__).parent
NUMBERS = (
    "yes",
    "no",
    "not_yet_due",
    "unanswered",
    "unreachable",
    "refused",
    "excluded",
    "largest_employer_share",
)


def make_people(server: URL, people: int) -> URL:
    """A database of its own with so many people, who have lived until the reference date."""
    name = f"outcomes_{people}"
    with psycopg.connect(_address(server), autocommit=True) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    url = server.set(database=name)
    migrate(url)
    fill(url, people)
    return url


def fill(url: URL, people: int) -> None:
    """Make so many people up in an empty database; it does so itself, in half a dozen statements."""
    statements = (FOLDER / "outcome_people.sql").read_text().replace(":people", str(people))
    with psycopg.connect(_address(url), autocommit=True) as connection:
        connection.execute("set session_replication_role = replica")
        connection.execute("set synchronous_commit = off")
        connection.execute(statements.encode())
        connection.execute("vacuum (analyze)")


async def compare(url: URL, rounds: int) -> list[Readings]:
    """Ask in turn, so many times, after both have given the same answer.

    Raises ValueError when they do not.
    """
    by_hand = (FOLDER / "standard_report.sql").read_text().replace("%", "%%").replace(":as_of", "%(as_of)s")
    connection = await psycopg.AsyncConnection.connect(_address(url), autocommit=True)
    await connection.execute(PLAN_FOR_SETS.text.replace("true", "false").encode())
    engine = create_async_engine(url)
    actor = Actor.operator(clock.now())
    async with AsyncSession(engine, sync_session_class=ActingSession, info={"actor": actor}) as session:
        _hold_together(await _rows(connection, by_hand), await _report(session, actor, STANDARD))
        asked: list[tuple[Readings, Callable[[], Awaitable[object]]]] = [
            (Readings("standard report, by hand"), partial(_rows, connection, by_hand)),
            (Readings("standard report"), partial(_report, session, actor, STANDARD)),
            (Readings("one metric"), partial(_report, session, actor, ONE)),
            (Readings("ten metrics"), partial(_report, session, actor, TEN)),
            (Readings("every metric"), partial(_report, session, actor, tuple(METRICS))),
        ]
        for _ in range(rounds):
            for readings, deed in asked:
                await readings.read(deed)
    await engine.dispose()
    await connection.close()
    return [readings for readings, _ in asked]


def told(people: int, readings: list[Readings]) -> str:
    """A line per report, and how the ones compare that are to be compared."""
    by_hand, standard, one, ten, _ = (each.median for each in readings)
    lines = [f"reports by programme, {people:,} people: median of {len(readings[0].taken)}, in seconds"]
    lines.extend(f"  {each.name:<26}{each.median / 1000:>8.2f}" for each in readings)
    lines.append(
        f"  standard report against hand-written SQL {standard / by_hand:.2f}; ten metrics against one {ten / one:.2f}"
    )
    return "\n".join(lines)


async def _rows(connection: psycopg.AsyncConnection, by_hand: str) -> list[dict[str, Any]]:
    async with connection.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(by_hand.encode(), {"as_of": AS_OF})
        return await cursor.fetchall()


async def _report(session: AsyncSession, actor: Actor, codes: Sequence[str]) -> Sequence[OutcomeRow]:
    asked = ReportRequest(
        metrics=tuple(METRICS[code] for code in codes),
        as_of=AS_OF,
        known_at=actor.at,
        group_by=(Dimension.PROGRAMME,),
    )
    return await outcome_report(session, by=actor, asked=asked)


def _hold_together(by_hand: Sequence[Mapping[str, Any]], report: Sequence[OutcomeRow]) -> None:
    theirs = {(row["metric"], row["programme"]): tuple(row[number] for number in NUMBERS) for row in by_hand}
    ours = {
        (row.metric, row.group.get("programme")): tuple(getattr(row, number) for number in NUMBERS) for row in report
    }
    if theirs != ours:
        raise ValueError(f"the reports differ: {dict(sorted(theirs.items() ^ ours.items(), key=str)[:4])}")


def _address(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)

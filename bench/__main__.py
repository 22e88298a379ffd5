"""`make bench`: the hot reads over HTTP against the same statements on a bare connection.

Both are asked in turn, so that whatever else the machine does falls on both. The server is a process of its own on
127.0.0.1; each side has one connection that stays open. It all happens in a temporary folder and is gone afterwards.
"""

import argparse
import asyncio
import os
import tempfile
import time
from dataclasses import replace
from functools import partial

from app import clock
from app.database import database_url
from app.embedded import stop
from app.migrate import migrate
from app.settings import unless_chosen
from bench.exchange import Exchange
from bench.load import load
from bench.outcomes import compare, make_people, told
from bench.readings import Readings, table
from bench.server import server
from bench.statement import Statement, bare_connection, run, statement_behind
from bench.visitor import Visitor, visitor

TRAJECTORY = "/v1/trajectories/{}"
TODAY = "/today"
WARM_UP = 30
LONGEST_REPORT_SECONDS = 600


def main() -> None:
    """Load, measure, print."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument(
        "--people", type=int, default=100_000, help="how many people the pages are asked about; 0: none"
    )
    parser.add_argument("--rounds", type=int, default=400, help="how often each page is asked for")
    parser.add_argument(
        "--reports", type=int, nargs="*", default=[100_000, 1_000_000], help="how many people reports are made about"
    )
    parser.add_argument("--report-rounds", type=int, default=5, help="how often each report is asked for")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bestendig-bench-") as folder:
        os.environ["BESTENDIG_DATA_DIR"] = folder
        os.environ.pop("DATABASE_URL", None)
        try:
            if chosen.people:
                _measure_pages(chosen.people, chosen.rounds)
            for people in chosen.reports:
                _measure_reports(people, chosen.report_rounds)
        finally:
            stop()


def _measure_pages(people: int, rounds: int) -> None:
    migrate()
    url = database_url().set(drivername="postgresql").render_as_string(hide_password=False)
    load(url, people, clock.now())
    coordinator = visitor(url, WARM_UP + rounds)
    with server() as port:
        print(table(asyncio.run(_measure(url, port, coordinator, rounds))))


def _measure_reports(people: int, rounds: int) -> None:
    unless_chosen(statement_timeout_seconds=LONGEST_REPORT_SECONDS)
    began = time.monotonic()
    url = make_people(database_url(), people)
    print(f"  {people:,} people are made up in {time.monotonic() - began:.0f} seconds")
    print(told(people, asyncio.run(compare(url, rounds))))


async def _measure(url: str, port: int, asking: Visitor, rounds: int) -> list[tuple[Readings, Readings]]:
    trajectories = [(TRAJECTORY.format(identity), identity) for identity in asking.trajectories]
    of_trajectory = await statement_behind(trajectories[0][0], asking.token)
    of_today = await statement_behind(TODAY, asking.cookie)
    by_token, by_cookie = await Exchange.open(port, asking.token), await Exchange.open(port, asking.cookie)
    bare = await bare_connection(url, asking.account_id)
    pairs = [
        (Readings("one trajectory, JSON"), Readings("the same statement")),
        (Readings("today, page"), Readings("the same statement")),
    ]
    for turn in range(WARM_UP + rounds):
        path, identity = trajectories[turn % len(trajectories)]
        statement = _about(of_trajectory, trajectories[0][1], identity)
        if turn == WARM_UP:
            for pair in pairs:
                for readings in pair:
                    readings.taken.clear()
        await pairs[0][0].read(partial(by_token.get, path))
        await pairs[0][1].read(partial(run, bare, statement))
        await pairs[1][0].read(partial(by_cookie.get, TODAY))
        await pairs[1][1].read(partial(run, bare, of_today))
    for connection in (by_token, by_cookie, bare):
        await connection.close()
    return pairs


def _about(statement: Statement, asked: str, identity: str) -> Statement:
    """The statement with another trajectory in place of the one that was asked for."""
    return replace(
        statement,
        parameters={
            name: type(value)(identity) if str(value) == asked else value  # type: ignore[call-arg]
            for name, value in statement.parameters.items()
        },
    )


if __name__ == "__main__":
    main()

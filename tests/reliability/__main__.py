"""`make reliability`: all trials at full size. Writes docs/reliability.md; the exit code is 1 when one did not hold."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import cycle
from pathlib import Path

from tests.reliability.commands import commands_killed
from tests.reliability.crashes import (
    database_away,
    frozen,
    killed_while_sending,
    line_cut,
    server_away,
    several_workers,
)
from tests.reliability.databases import Cluster, cluster
from tests.reliability.trials import Result, live, prepare, result_of
from tests.reliability.worker_process import FORKS

REPORT = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
SIZES = {"DAYS": 730, "PEOPLE": 2000, "EMPLOYERS": 250, "KILLS": 240}
"""The usual size; for a quick look: `make reliability PEOPLE=100`."""
COMMANDS_KILLED = 6
DAYS, PEOPLE, EMPLOYERS, KILLS = (int(os.environ.get(name, usual)) for name, usual in SIZES.items())


def crashes(servers: Cluster) -> Iterator[Result]:
    """Everything in which every question must be asked once; a database of its own for each."""
    database = servers.copy("killed")
    prepare(database, KILLS * 5 // 2, over_days=5)
    yield result_of("A worker killed (`kill -9`) while it sends", killed_while_sending(database, KILLS))

    database = servers.copy("several")
    prepare(database, 400)
    yield result_of("Four workers at once", several_workers(database, 4))

    database = servers.copy("cut")
    prepare(database, 250)
    yield result_of("The line cut, or *not now* said, at every step", line_cut(database, 120))

    database = servers.copy("away")
    prepare(database, 200)
    yield result_of("The mail server down for a day", server_away(database, 2, 6.0))

    database = servers.copy("frozen")
    prepare(database, 300)
    yield result_of("A worker frozen for longer than its claim", frozen(database, 15))

    database = servers.copy("restarted")
    prepare(database, 300)
    ways = cycle(("immediate", "fast"))
    yield result_of(
        "PostgreSQL stopped and started again, half of the times as in a crash",
        database_away(database, 12, lambda: servers.restart(next(ways))),
    )


def main() -> int:
    """Live through two years beside the crashes, which have a database server of their own."""
    began = time.monotonic()
    with (
        cluster() as quiet,
        cluster() as shaken,
        ProcessPoolExecutor(1, mp_context=FORKS) as process,
        ThreadPoolExecutor(1) as thread,
    ):
        years = process.submit(live, quiet.copy("years"), people=PEOPLE, employers=EMPLOYERS, days=DAYS)
        database = quiet.copy("commands")
        prepare(database, 200)
        commands = thread.submit(commands_killed, database, COMMANDS_KILLED)
        results = [told(result, began) for result in crashes(shaken)]
        killed = result_of("Two `bestendig worker`, killed in turn while mail goes out", commands.result())
        results.insert(1, told(killed, began))
        results.insert(0, told(years.result(), began))
    REPORT.write_text(report(results))
    return 0 if all(result.holds for result in results) else 1


def told(result: Result, began: float) -> Result:
    """Say on the terminal how it went."""
    print(f"{time.monotonic() - began:6.0f} s  {row(result)}", flush=True)
    return result


def row(result: Result) -> str:
    """One line of the table."""
    return (
        f"| {result.tried} | {result.faults} | {result.expected} | {result.sent} "
        f"| {result.repeated} | {result.lost} | {result.twice} |"
    )


def report(results: Sequence[Result]) -> str:
    """The whole document."""
    rows = "\n".join(map(row, results))
    remarks = "\n".join(f"- {result.tried}: {', '.join(result.remarks)}." for result in results if result.remarks)
    return TEXT.format(rows=rows, remarks=remarks, kills=KILLS, people=PEOPLE)


TEXT = """# What was tried to make it ask twice, or not at all

Written by `make reliability` (`tests/reliability/`); small versions of the same trials run with the tests. All of it is
done to the program as it is, on a real PostgreSQL, with workers as processes of their own and a real SMTP server.

| Tried | Events and faults | Mails expected | Sent | Repeated | Lost | Asked twice |
|---|---:|---:|---:|---:|---:|---:|
{rows}

**Repeated**: the server had the mail, and the worker died, froze or lost its line before it could know. SMTP itself
cannot tell then; the mail is sent once more, with the same Message-ID, and is on record as uncertain. **Asked twice**
is every other mail too many. **Lost** is a question that was not asked, without anybody knowing.

{remarks}

## How it is judged

- The two years are lived day by day with the test clock, with two workers at once every morning. A rule book of its own
  (`rule_book.py`) works out every morning, from nothing but what happened, which mails ought to go out, to whom, and
  about which jobs; it shares no code with the program. One mail too many, too few, to another address or with another
  question in it ends the trial. At the end the program's own books are held against what was sent.
- What happens in those years comes by chance from a seed: people start jobs (some are recorded months late), starts
  are moved, jobs end early, people die or start again elsewhere; employers answer by the links in the mails, at once,
  late, by half or not at all; addresses go out of use and are replaced; a programme asks at other months; the mail
  server says *not now*, cuts the line after it took a mail, and is down for days.
- A worker is killed by turns at each step of the SMTP dialogue (connected, greeted, sender, recipient, data, body,
  stored, answered) and at any moment while it sends, which is mostly a moment in a transaction.
- What arrived is told by the links in the mails alone, not by what the program believes to have sent.
"""


if __name__ == "__main__":
    sys.exit(main())

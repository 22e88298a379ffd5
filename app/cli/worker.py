"""`bestendig worker`."""

import asyncio
import signal
from typing import Annotated

import typer

from app import clock
from app.actor import Actor
from app.cli.operator import Json, answer
from app.cli.today import Today, rehearse
from app.database import engine
from app.errors import Refusal
from app.jobs.carry_out import WorkFailed, run_due_work
from app.jobs.job import Counts
from app.jobs.worker import work_until
from app.migrate import migrate
from app.settings import settings

Once = Annotated[bool, typer.Option("--once", help="Do everything that is due now, once, and end.")]


def run(once: Once = False, today: Today = None, as_json: Json = False) -> None:
    """Do what must happen by itself: plan, open and close follow-ups, ask, remind, send, and check.

    Several workers may run at once. Ctrl-C or SIGTERM ends it after the work that is under way. With the built-in
    PostgreSQL `bestendig serve` does this already.
    """
    rehearse(today)
    migrate()
    try:
        if once:
            _tell(asyncio.run(_once()), as_json=as_json)
        else:
            answer({"working": True}, as_json=as_json, sentence="The worker works (Ctrl-C stops it).")
            asyncio.run(_until_ended())
    finally:
        if settings().database_url is None:
            from app.embedded import stop  # where a server is configured, the built-in one is not even loaded

            stop()


async def _once() -> dict[str, Counts]:
    try:
        return await run_due_work(Actor.operator(clock.now()))
    except WorkFailed as failed:
        raise Refusal(f"This failed: {', '.join(failed.args)}. The log says of what kind the fault is.") from None
    finally:
        await engine().dispose()


async def _until_ended() -> None:
    asked = asyncio.Event()
    for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(ending, asked.set)
    await work_until(asked)
    await engine().dispose()


def _tell(done: dict[str, Counts], *, as_json: bool) -> None:
    lines = (
        f"{task}: {', '.join(f'{what} {many}' for what, many in counts.items()) or 'done'}"
        for task, counts in done.items()
    )
    answer(done, as_json=as_json, sentence="\n".join(lines))

"""A worker as a process of its own that can be killed at any moment, and that is there again at once.

Such processes come from a fork server in which the program is loaded already, so that hundreds can be started.
"""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from pydantic import SecretStr
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import configure_mappers

from app import database
from app.actor import Actor
from app.jobs.send_messages import send_waiting_messages
from app.settings import settings
from app.use_cases.ask_follow_ups import ask_follow_ups

configure_mappers()
"""Once, before the fork; each worker would spend half a second on it."""

SECONDS_OF_AN_HOUR = 0.5
WORKING_HOURS = 8
WORKING_DAYS = 5
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.reliability.trials"])


@dataclass(frozen=True)
class Post:
    """Where a worker finds the database and the mail server, and for how many seconds a claim counts."""

    database: str
    port: int
    lease_seconds: float


@dataclass(frozen=True)
class FastClock:
    """A clock on which a working day takes seconds: eight hours from a Monday morning, then the next working day."""

    began: float
    monday_morning: datetime

    def now(self) -> datetime:
        """What time it is for the workers."""
        hours = int((time.monotonic() - self.began) / SECONDS_OF_AN_HOUR)
        weeks, day = divmod(hours // WORKING_HOURS, WORKING_DAYS)
        return self.monday_morning + timedelta(weeks=weeks, days=day, hours=hours % WORKING_HOURS)


def use(post: Post) -> None:
    """Let this process work with that database and that mail server."""
    chosen = settings()
    chosen.database_url = SecretStr(post.database)
    chosen.environment = "test"
    chosen.smtp_host, chosen.smtp_port, chosen.smtp_security = "127.0.0.1", post.port, "none"
    chosen.mail_from = "vraag@example.org"
    chosen.message_lease_seconds = post.lease_seconds
    database.engine.cache_clear()


def work(post: Post, clock: FastClock) -> None:
    """Ask and send until somebody ends the process; a database that is away comes back."""
    use(post)
    asyncio.run(_work(clock))


async def _work(clock: FastClock) -> None:
    while True:
        with suppress(DBAPIError, OSError):
            by = Actor.operator(clock.now())
            async with database.session_for(by) as session:
                await ask_follow_ups(session, by=by)
            await send_waiting_messages(by)
        await asyncio.sleep(0.02)


def started(post: Post, clock: FastClock) -> BaseProcess:
    """A worker, at work."""
    process = FORKS.Process(target=work, args=(post, clock), daemon=True)
    process.start()
    return process


def kill(process: BaseProcess) -> None:
    """End it in the middle of whatever it does, as `kill -9` does; one that has ended already is left alone."""
    if process.is_alive():
        process.kill()

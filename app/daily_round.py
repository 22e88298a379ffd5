"""What the running program does by itself, once on every day.

Follow-ups are opened and closed, and both sides of a new job are planned to be asked what they think of it.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import date

from sqlalchemy import text

from app import clock
from app.actor import Actor
from app.database import session_for
from app.use_cases.move_follow_ups_on import move_follow_ups_on
from app.use_cases.plan_rating_requests import plan_missing_rating_requests

LOG = logging.getLogger(__name__)
LOOK_EVERY_SECONDS = 600.0
"""How often to look whether a day has begun, also after a failure. A machine that slept catches up this way."""

FINISHES_WITHIN_SECONDS = 5.0

TAKE_THE_ROUND = text("select pg_try_advisory_xact_lock(hashtext('bestendig daily round'))")
"""Of several processes on one database, one does the round at a time; the others leave it to that one."""


@asynccontextmanager
async def daily_rounds(look_every: float = LOOK_EVERY_SECONDS) -> AsyncIterator[None]:
    """Do the round at once and on every new day, until the block ends; a round that is under way is finished."""
    stopping = asyncio.Event()
    rounds = asyncio.create_task(_until(stopping, look_every), name="daily rounds")
    try:
        yield
    finally:
        stopping.set()
        await asyncio.wait([rounds], timeout=FINISHES_WITHIN_SECONDS)
        rounds.cancel()


async def _until(stopping: asyncio.Event, look_every: float) -> None:
    done_on: date | None = None
    while not stopping.is_set():
        actor = replace(Actor.operator(clock.now()), origin="daily round")
        if actor.today != done_on and await _round(actor):
            done_on = actor.today
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), look_every)


async def _round(actor: Actor) -> bool:
    """Do what the day asks for; False when it failed and must be tried again. Nothing it did is kept then."""
    try:
        async with session_for(actor) as session:
            if await session.scalar(TAKE_THE_ROUND):
                await move_follow_ups_on(session, by=actor)
                await plan_missing_rating_requests(session, by=actor)
    except Exception as error:  # noqa: BLE001  whatever goes wrong today, the rounds of the next days go on
        # The message of a database may hold what people typed: the log says only of what kind the fault is.
        LOG.error("The daily round failed and will be tried again: %s", type(error).__name__)
        return False
    return True

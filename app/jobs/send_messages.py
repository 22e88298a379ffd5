"""Messages that wait are sent, one after the other, until there are none left."""

import logging
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.actor import Actor
from app.database import session_for
from app.jobs.couriers import channels
from app.jobs.deliver import DATABASE_FAULTS, deliver
from app.jobs.job import Job
from app.jobs.stopping import stopping
from app.mail.outcome import NoLine
from app.queries.waiting_messages import read_waiting_messages
from app.rules.background_work import Task
from app.rules.code_lists import MessageChannel, MessageState
from app.settings import settings
from app.use_cases.settle_message import take_back_lost_claims

LOG = logging.getLogger(__name__)


async def send_waiting_messages(by: Actor) -> Mapping[str, int]:
    """Send what waits and take up what a worker left; gives how many messages came to which state.

    Any number of workers may do this at once. It stops early where there is no line to a server, or when the worker is
    asked to stop; nothing is lost by that.
    """
    began = time.monotonic()
    counts: Counter[str] = Counter()
    lease = timedelta(seconds=settings().message_lease_seconds)
    async with session_for(by) as session:
        counts["taken_up"] = await take_back_lost_claims(session, by=by, lease=lease)
    open_channels, tried = set(channels()), set[UUID]()
    while messages := await _waiting(by, open_channels, tried):
        for message_id, channel in messages:
            if stopping():
                return counts
            tried.add(message_id)
            if channel in open_channels:
                now = replace(by, at=by.at + timedelta(seconds=time.monotonic() - began))
                if not await _send(now, message_id, counts):
                    open_channels.discard(channel)
    return counts


async def _waiting(
    by: Actor, open_channels: set[MessageChannel], tried: set[UUID]
) -> list[tuple[UUID, MessageChannel]]:
    """The messages to send that were not tried yet in this go."""
    if not open_channels:
        return []
    async with session_for(by) as session:
        waiting = await read_waiting_messages(session, by.at, open_channels)
    return [(message_id, channel) for message_id, channel in waiting if message_id not in tried]


async def _send(by: Actor, message_id: UUID, counts: Counter[str]) -> bool:
    """Send one message; False when there is no line, so that the others of its channel can wait as well."""
    try:
        state = await deliver(by, message_id)
    except NoLine:
        counts[MessageState.WAITING] += 1
        return False
    except DATABASE_FAULTS:
        raise
    except Exception as error:  # noqa: BLE001  one message that cannot be written keeps no other from going out
        # What a fault says may hold what people typed: the log says only of what kind it is.
        LOG.error("A message could not be sent: %s", type(error).__name__)
        counts["failed"] += 1
        return True
    if state is not None:
        counts[state] += 1
    return True


SEND_MESSAGES = Job(Task.SEND_MESSAGES, send_waiting_messages)

"""Each step of sending counts only for the attempt that takes it; that the server took it counts whoever says it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Message
from app.rules.code_lists import MessageState
from app.use_cases.settle_message import hand_over, record_deferred, record_refused, record_sent, record_uncertain
from tests.factories import MOMENT, Factory

NOW = datetime.now(UTC)
SENDING: dict[str, Any] = {"state": MessageState.SENDING, "claimed_at": NOW}
HANDING_OVER: dict[str, Any] = {"state": MessageState.HANDING_OVER, "handed_over_at": NOW}
REPEATED: dict[str, Any] = {"state": MessageState.WAITING, "uncertain_at": MOMENT}


async def message_at(make: Factory, **fields: Any) -> Message:
    """A message that was claimed twice by now."""
    return await make.message(await make.programme(), **{"attempts": 2, **fields})


async def test_a_worker_that_was_too_slow_does_not_send(session: AsyncSession, operator: Actor, make: Factory) -> None:
    message = await message_at(make, **SENDING)
    assert not await hand_over(session, by=operator, message_id=message.id, attempt=1)
    assert await hand_over(session, by=operator, message_id=message.id, attempt=2)
    assert not await hand_over(session, by=operator, message_id=message.id, attempt=2)


@pytest.mark.parametrize("stands", [SENDING, HANDING_OVER, REPEATED], ids=["claimed", "handed over", "to be repeated"])
async def test_that_the_server_took_it_counts_also_from_a_worker_that_was_too_slow(
    session: AsyncSession, operator: Actor, make: Factory, stands: dict[str, Any]
) -> None:
    message = await message_at(make, **stands)
    await record_sent(session, by=operator, message_id=message.id, attempt=1, reply="250 Taken")
    assert (await session.get_one(Message, message.id)).state is MessageState.SENT


@pytest.mark.parametrize("record", [record_refused, record_deferred, record_uncertain])
async def test_anything_else_from_a_worker_that_was_too_slow_counts_for_nothing(
    session: AsyncSession, operator: Actor, make: Factory, record: Any
) -> None:
    message = await message_at(make, **HANDING_OVER)
    await record(session, by=operator, message_id=message.id, attempt=1, reply="550 No")
    assert (await session.get_one(Message, message.id)).state is MessageState.HANDING_OVER


async def test_what_came_back_is_not_sent_after_all(session: AsyncSession, operator: Actor, make: Factory) -> None:
    message = await message_at(make, state=MessageState.BOUNCED)
    await record_sent(session, by=operator, message_id=message.id, attempt=2, reply="250 Taken")
    assert (await session.get_one(Message, message.id)).state is MessageState.BOUNCED

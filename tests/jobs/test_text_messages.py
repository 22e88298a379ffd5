"""Who has no e-mail address is asked by text message."""

import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.code_lists import MessageChannel, MessageState
from app.settings import settings
from tests.factories import Factory
from tests.jobs.sending import Asking, asking, change, now, send
from tests.mail.gateway_server import gateway


async def by_text(make: Factory) -> Asking:
    """A question for a contact person who has a telephone number only."""
    asked = await asking(make, channel=MessageChannel.TEXT)
    await change(asked.contact, email=None, phone="06-12345678")
    await change(asked.message, recipient="+31612345678")
    return asked


@pytest.mark.parametrize(("status", "state"), [(202, MessageState.SENT), (400, MessageState.REFUSED)])
async def test_the_gateway_gets_a_link_or_refuses_the_number(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch, status: int, state: MessageState
) -> None:
    asked = await by_text(make)
    async with gateway(status) as (there, reach):
        monkeypatch.setattr(settings(), "text_gateway_url", reach.address)
        monkeypatch.setattr(settings(), "text_gateway_token", SecretStr("a made-up token"))
        assert await send() == {state.value: 1}
    ((_, body),) = there.sent
    assert body["to"] == "+31612345678"
    assert "/confirm/" in body["text"]
    assert (await now(session, asked.message)).state is state
    assert ((await now(session, asked.contact)).bounced_at is not None) is (state is MessageState.REFUSED)

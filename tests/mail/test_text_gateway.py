"""Handing a text message to a real gateway over HTTP, as docs/text-messages.md says."""

import pytest

from app.mail.outcome import NobodyKnows, NoLine, NotNow, NotTaken, Refused
from app.mail.text_gateway import TextMessage, hand_over
from tests.mail.gateway_server import gateway

MESSAGE = TextMessage("3f2b8a10@bestendig.example", "+31612345678", "Werkt Amina K. nog bij u?")


async def test_the_gateway_gets_the_message_with_a_key_that_stays_the_same_when_it_is_repeated() -> None:
    async with gateway(202) as (there, reach):
        assert await hand_over(reach, MESSAGE) == "HTTP 202"
    ((headers, body),) = there.sent
    assert headers["authorization"] == "Bearer a made-up token"
    assert headers["idempotency-key"] == '"3f2b8a10@bestendig.example"'
    assert body == {
        "to": "+31612345678",
        "from": "Bestendig",
        "text": "Werkt Amina K. nog bij u?",
        "reference": "3f2b8a10@bestendig.example",
    }


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(400, Refused), (422, Refused), (401, NotNow), (429, NotNow), (503, NotNow), (302, NotNow), (500, NobodyKnows)],
)
async def test_what_the_gateway_answers_decides(status: int, outcome: type[NotTaken]) -> None:
    async with gateway(status) as (_, reach):
        with pytest.raises(outcome, match=f"HTTP {status}"):
            await hand_over(reach, MESSAGE)


async def test_a_line_that_is_cut_leaves_it_unknown() -> None:
    async with gateway(None) as (there, reach):
        with pytest.raises(NobodyKnows):
            await hand_over(reach, MESSAGE)
    assert len(there.sent) == 1


async def test_a_gateway_that_is_not_there_takes_nothing() -> None:
    async with gateway(202) as (_, reach):
        pass
    with pytest.raises(NoLine):
        await hand_over(reach, MESSAGE)

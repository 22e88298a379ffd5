"""Handing a text message to a real gateway over HTTP, as docs/text-messages.md says."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from app.mail.outcome import NobodyKnows, NoLine, NotNow, NotTaken, Refused
from app.mail.text_gateway import TextGateway, TextMessage, hand_over

MESSAGE = TextMessage("3f2b8a10@bestendig.example", "+31612345678", "Werkt Amina K. nog bij u?")


@dataclass
class Gateway:
    """What it answers (None: it cuts the line), and what it was sent: headers and body."""

    status: int | None
    sent: list[tuple[dict[str, str], Any]] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in head)}
        self.sent.append((headers, json.loads(await reader.readexactly(int(headers["content-length"])))))
        if self.status is not None:
            writer.write(f"HTTP/1.1 {self.status} Answer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
            await writer.drain()
        writer.close()


@asynccontextmanager
async def gateway(status: int | None) -> AsyncIterator[tuple[Gateway, TextGateway]]:
    """A gateway on this machine, and how to reach it."""
    there = Gateway(status)
    listening = await asyncio.start_server(there.talk, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    try:
        yield there, TextGateway(f"http://127.0.0.1:{port}/messages", 5, "Bestendig", token="a made-up token")
    finally:
        listening.close()


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

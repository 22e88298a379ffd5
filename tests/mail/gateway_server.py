"""A real gateway for text messages, that can be told what to answer."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from app.mail.text_gateway import TextGateway


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

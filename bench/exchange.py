"""A bare HTTP client on a connection that stays open: what is measured is the server, not the client."""

import asyncio
from dataclasses import dataclass


@dataclass(slots=True)
class Exchange:
    """One open connection to the server, with the headers of whoever asks."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    headers: str

    @classmethod
    async def open(cls, port: int, headers: dict[str, str]) -> "Exchange":
        """Connect to a server on this machine."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        return cls(reader, writer, "".join(f"{name}: {value}\r\n" for name, value in headers.items()))

    async def get(self, path: str) -> bytes:
        """The body of the answer to a GET.

        Raises ValueError for any answer but 200: a refusal would be fast and mean nothing.
        """
        self.writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{self.headers}\r\n".encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        body = await self.reader.readexactly(length)
        if b" 200 " not in head[:16]:
            raise ValueError(f"{path} was answered with {head[:40]!r} {body[:300]!r}")
        return body

    async def close(self) -> None:
        """Hang up."""
        self.writer.close()
        await self.writer.wait_closed()

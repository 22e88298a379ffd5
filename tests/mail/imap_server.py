"""A small IMAP server: as much of RFC 3501 as reading a mailbox asks for."""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from app.mail.mailbox import Mailbox
from app.mail.smtp import Security
from tests.mail.mail_server import CERTIFICATE


@dataclass
class Box:
    """The mails in the mailbox, and which of them were seen."""

    mails: list[bytes]
    seen: set[int] = field(default_factory=set)
    refuses_to_store: bool = False

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one client until it goes."""
        writer.write(b"* OK ready\r\n")
        while line := (await reader.readline()).decode().strip():
            tag, _, command = line.partition(" ")
            untagged, result = self.answer(command)
            writer.write(b"".join(untagged) + f"{tag} {result} done\r\n".encode())
        writer.close()

    def answer(self, command: str) -> tuple[list[bytes], str]:
        """The data of an answer, and whether it was done."""
        match command.split(" "):
            case ["CAPABILITY"]:
                return [b"* CAPABILITY IMAP4rev1\r\n"], "OK"
            case ["LOGIN", "returns", *password]:
                return [], "OK" if " ".join(password) == '"a made-up password"' else "NO"
            case ["SELECT", '"Returned mail"' | '"Returned', *_]:
                return [f"* {len(self.mails)} EXISTS\r\n".encode()], "OK"
            case ["UID", "SEARCH", "UNSEEN"]:
                unseen = [str(uid) for uid in range(1, len(self.mails) + 1) if uid not in self.seen]
                return [f"* SEARCH {' '.join(unseen)}\r\n".encode()], "OK"
            case ["UID", "FETCH", uid, "(BODY.PEEK[])"]:
                mail = self.mails[int(uid) - 1]
                return [f"* {uid} FETCH (UID {uid} BODY[] {{{len(mail)}}}\r\n".encode(), mail, b")\r\n"], "OK"
            case ["UID", "STORE", uids, "+FLAGS", r"(\Seen)"] if not self.refuses_to_store:
                self.seen |= {int(uid) for uid in re.findall(r"\d+", uids)}
                return [], "OK"
            case ["LOGOUT"]:
                return [b"* BYE\r\n"], "OK"
        return [], "NO"


@asynccontextmanager
async def imap_server(*mails: bytes) -> AsyncIterator[tuple[Box, Mailbox]]:
    """A mailbox on this machine with these mails in it, behind TLS, and how to reach it."""
    box = Box(list(mails))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    listening = await asyncio.start_server(box.talk, "127.0.0.1", 0, ssl=context)
    port = listening.sockets[0].getsockname()[1]
    reach = Mailbox(
        host="localhost",
        port=port,
        security=Security.TLS,
        user="returns",
        folder="Returned mail",
        seconds=5,
        password="a made-up password",
        certificates=str(CERTIFICATE),
    )
    try:
        yield box, reach
    finally:
        listening.close()

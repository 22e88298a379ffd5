"""A real SMTP server that keeps what it accepts, and that can fail at every step of the dialogue."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from enum import Enum, auto
from threading import Lock, Thread
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

SECRET = re.compile(r"https?://\S+/confirm/([A-Za-z0-9_-]+)")


class Step(Enum):
    """Where a dialogue is. Up to `BODY` nothing is accepted; from `STORED` on the mail is."""

    CONNECTED = auto()
    GREETED = auto()
    SENDER = auto()
    RECIPIENT = auto()
    DATA = auto()
    BODY = auto()
    STORED = auto()
    ANSWERED = auto()


class Cut:
    """The line is gone, without a word."""


@dataclass(frozen=True)
class Reply:
    """Another answer than the usual one, such as 550 or 451."""

    line: str


Fault = Cut | Reply | None
Plan = Callable[[Step, str], Fault]
"""What goes wrong at a step, for a recipient (empty as long as that is not known)."""


def nothing_wrong(_step: Step, _recipient: str) -> Fault:
    """Everything is accepted."""
    return None


@dataclass(frozen=True)
class Accepted:
    """A mail that was accepted; `secrets` are those of the links in it, in order."""

    mail_id: str
    recipient: str
    subject: str
    secrets: tuple[str, ...]


@dataclass
class MailServer:
    """The server. `plan` may be changed at any moment; without one everything is accepted."""

    plan: Plan = nothing_wrong
    accepted: list[Accepted] = field(default_factory=list)
    port: int = 0
    dialogues: set[asyncio.Transport] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._lock = Lock()
        self._server: asyncio.Server | None = None
        self._taken = 0
        self._thread = Thread(target=self._loop.run_forever, name="mail server", daemon=True)

    def __enter__(self) -> "MailServer":
        self._thread.start()
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def open(self) -> None:
        """Listen; after having been closed on the same port as before."""
        self._server = self._run(self._listen())
        self.port = self._server.sockets[0].getsockname()[1]

    def close(self) -> None:
        """Refuse connections, and cut those that there are."""
        self._run(self._stop())

    def take(self) -> list[Accepted]:
        """What was accepted since the last time."""
        with self._lock:
            new = self.accepted[self._taken :]
            self._taken = len(self.accepted)
        return new

    async def handle_DATA(self, server: "Dialogue", _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the mail."""
        refused = server.refusal_at(Step.BODY)
        if refused:
            return refused
        assert isinstance(envelope.original_content, bytes)
        mail = message_from_bytes(envelope.original_content, policy=policy.default)
        body = mail.get_body(("plain",))
        assert body is not None
        kept = Accepted(
            mail_id=str(mail["Message-ID"]),
            recipient=server.recipient,
            subject=str(mail["Subject"]),
            secrets=tuple(dict.fromkeys(SECRET.findall(body.get_content()))),
        )
        with self._lock:
            self.accepted.append(kept)
        return server.refusal_at(Step.STORED) or "250 2.0.0 kept"

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        done: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return done.result(30)

    async def _listen(self) -> asyncio.Server:
        return await self._loop.create_server(
            lambda: Dialogue(self, loop=self._loop, hostname="mail.example.org", timeout=60),
            "127.0.0.1",
            self.port,
            reuse_address=True,
        )

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        for dialogue in list(self.dialogues):
            dialogue.abort()
        await asyncio.sleep(0.01)  # so that the lines are let go of


class Dialogue(SMTP):
    """One connection; at every step it asks the plan what goes wrong."""

    event_handler: MailServer
    recipient = ""
    line: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.line = transport
        self.event_handler.dialogues.add(transport)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self.event_handler.dialogues.discard(self.line)
        super().connection_lost(error)

    def refusal_at(self, step: Step) -> str:
        """Another answer than the usual one, if that is what goes wrong here; does not return when the line is cut."""
        fault = self.event_handler.plan(step, self.recipient)
        if isinstance(fault, Cut):
            self.line.abort()
            raise asyncio.CancelledError
        return fault.line if isinstance(fault, Reply) else ""

    async def _unless_refused(self, step: Step, usual: Callable[[], Awaitable[None]]) -> None:
        refused = self.refusal_at(step)
        await (self.push(refused) if refused else usual())

    async def _handle_client(self) -> None:
        await self._unless_refused(Step.CONNECTED, super()._handle_client)

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802
        await self._unless_refused(Step.GREETED, lambda: SMTP.smtp_EHLO(self, hostname))

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        await self._unless_refused(Step.SENDER, lambda: SMTP.smtp_MAIL(self, arg))

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        self.recipient = (arg or "").partition("<")[2].partition(">")[0]
        await self._unless_refused(Step.RECIPIENT, lambda: SMTP.smtp_RCPT(self, arg))

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        await self._unless_refused(Step.DATA, lambda: SMTP.smtp_DATA(self, arg))
        self.refusal_at(Step.ANSWERED)

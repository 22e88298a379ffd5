"""A real mail server that can be told to misbehave."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from app.mail.smtp import MailServer, Security

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""A made-up certificate for localhost, with its key."""
ACCOUNT = LoginPassword(b"bestendig", b"a made-up password")


@dataclass
class Server:
    """What the server answers, and what it accepted."""

    answers: dict[str, str] = field(default_factory=dict)
    cuts_the_line: bool = False
    keeps_silent: bool = False
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signed_in: bool = False

    async def handle_MAIL(self, _s: SMTP, _session: Session, envelope: Envelope, address: str, _o: list[str]) -> str:  # noqa: N802
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(self, _s: SMTP, _session: Session, envelope: Envelope, address: str, _o: list[str]) -> str:  # noqa: N802
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.get("DATA", "250 2.0.0 Taken")
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.mails.append(message_from_bytes(content, policy=default))
            self.recipients += envelope.rcpt_tos
            self.signed_in = bool(session.authenticated)
        if self.keeps_silent:
            await asyncio.sleep(1)
        if self.cuts_the_line:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return answer

    def check(self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, said: Any) -> AuthResult:
        return AuthResult(success=said == ACCOUNT, handled=False)


@asynccontextmanager
async def mail_server(
    security: Security = Security.NONE, server: Server | None = None, **told: Any
) -> AsyncIterator[tuple[Server, MailServer]]:
    """A mail server on this machine, and how to reach it."""
    server = server or Server(**told)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    upgrade = security is Security.STARTTLS

    def talk() -> SMTP:
        return SMTP(
            server,
            tls_context=context if upgrade else None,
            require_starttls=upgrade,
            authenticator=server.check,
            auth_require_tls=upgrade,
        )

    listening = await asyncio.get_running_loop().create_server(
        talk, "127.0.0.1", 0, ssl=context if security is Security.TLS else None
    )
    port = listening.sockets[0].getsockname()[1]
    try:
        yield (
            server,
            MailServer("localhost", port, security, "vraag@bestendig.example", "bestendig.example", seconds=5),
        )
    finally:
        listening.close()

"""Hands a mail to a mail server, in two halves with room for a decision between them.

In the first half nothing can have been accepted: connect, TLS, sign in, MAIL FROM, RCPT TO. Only `hand_over` sends the
mail itself. What the server does with it afterwards, such as signing it with DKIM, is the server's.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

from aiosmtplib import SMTP, SMTPException, SMTPRecipientRefused, SMTPResponseException

from app.mail.address import on_the_line
from app.mail.outcome import NobodyKnows, NoLine, NotNow, Refused, one_line

GOODBYE_SECONDS = 2.0
OF_THE_SET_UP = re.compile(r"5\.7\.\d+")
"""Enhanced status of a refusal by policy, such as a relay that does not know us: not the fault of the address."""


class Security(StrEnum):
    """How the line to a mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, and how. `seconds` is what each of the two halves may take."""

    host: str
    port: int
    security: Security
    sender: str
    own_name: str
    seconds: float
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    certificates: str | None = None


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A server that will take a mail for the recipient, and has not got it yet."""

    smtp: SMTP
    seconds: float

    async def hand_over(self, mail: bytes) -> str:
        """Send the mail itself and give what the server answered.

        Raises Refused or NotNow when the server said no, and NobodyKnows when it said nothing.
        """
        try:
            async with asyncio.timeout(self.seconds):
                taken = await self.smtp.data(mail, timeout=None)
        except (SMTPException, OSError) as fault:
            if isinstance(fault, SMTPResponseException) and 400 <= fault.code < 600:
                raise _said_no(fault) from fault
            self.smtp.close()
            raise NobodyKnows(_told(fault)) from fault
        return one_line(f"{taken.code} {taken.message}")


@asynccontextmanager
async def line_to(server: MailServer, recipient: str) -> AsyncIterator[OpenLine]:
    """Open a line over which one mail can be handed over. Raises Refused or NotNow; nothing was taken then."""
    smtp = SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.security is Security.TLS,
        start_tls=server.security is Security.STARTTLS,
        username=server.user,
        password=server.password,
        cert_bundle=server.certificates,
        local_hostname=server.own_name,
        timeout=server.seconds,
    )
    try:
        await _introduce(smtp, server, recipient)
        yield OpenLine(smtp, server.seconds)
    finally:
        await _say_goodbye(smtp)


async def _introduce(smtp: SMTP, server: MailServer, recipient: str) -> None:
    try:
        to = on_the_line(recipient)
    except ValueError as fault:
        raise Refused("This is no e-mail address.") from fault
    try:
        async with asyncio.timeout(server.seconds):
            await smtp.connect()
            await smtp.mail(on_the_line(server.sender))
            await smtp.rcpt(to)
    except SMTPRecipientRefused as answer:
        raise _said_no(answer) from answer
    except (SMTPException, OSError, ValueError) as fault:
        raise NoLine(_told(fault)) from fault


def _said_no(answer: SMTPResponseException) -> Refused | NotNow:
    for_good = 500 <= answer.code < 600 and not OF_THE_SET_UP.match(answer.message)
    return Refused(_told(answer)) if for_good else NotNow(_told(answer))


def _told(fault: BaseException) -> str:
    if isinstance(fault, SMTPResponseException):
        return f"{fault.code} {fault.message}"
    return type(fault).__name__


async def _say_goodbye(smtp: SMTP) -> None:
    """Leave politely when there is time; what was settled stays settled."""
    if smtp.is_connected:
        with suppress(SMTPException, OSError):
            await smtp.quit(timeout=GOODBYE_SECONDS)
    smtp.close()

"""How messages leave this installation, from its settings."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from urllib.parse import urlsplit

from app.actor import Actor
from app.mail.letter import Letter, written
from app.mail.outcome import NobodyKnows, NotNow
from app.mail.smtp import MailServer, Security, line_to
from app.mail.text_gateway import TextGateway, TextMessage, hand_over
from app.mail_settings import SMTP_PORTS
from app.rules.code_lists import MessageChannel
from app.settings import settings
from app.use_cases.claim_message import Claimed

HandOver = Callable[[], Awaitable[str]]
"""Sends the message itself and gives what was answered; before it is called nothing can have been taken."""
PART_OF_THE_LEASE = 3
"""Opening the line and handing over each take at most a third of the lease, so that both end well within it."""


def channels() -> frozenset[MessageChannel]:
    """The channels that are set up here."""
    set_up = {MessageChannel.EMAIL: settings().mail_is_set_up, MessageChannel.TEXT: settings().text_is_set_up}
    return frozenset(channel for channel, is_set_up in set_up.items() if is_set_up)


@asynccontextmanager
async def ready_to_hand_over(by: Actor, claimed: Claimed) -> AsyncIterator[HandOver]:
    """Prepare everything short of handing a message over. Raises Refused or NotNow when that is of no use."""
    if claimed.channel is MessageChannel.TEXT:
        message = TextMessage(claimed.mail_id.strip("<>"), claimed.recipient, claimed.text)
        yield partial(_in_time, partial(hand_over, _text_gateway(), message))
        return
    async with line_to(_mail_server(), claimed.recipient) as line:
        yield partial(line.hand_over, _mail(by, claimed))


def _mail(by: Actor, claimed: Claimed) -> bytes:
    """The mail written out. What cannot be written today, such as an impossible address to reply to, is tried again."""
    try:
        return written(_letter(by, claimed))
    except ValueError as fault:
        raise NotNow(type(fault).__name__) from fault


async def _in_time(handing_over: HandOver) -> str:
    try:
        async with asyncio.timeout(_seconds()):
            return await handing_over()
    except TimeoutError as fault:
        raise NobodyKnows(type(fault).__name__) from fault


def _letter(by: Actor, claimed: Claimed) -> Letter:
    return Letter(
        mail_id=claimed.mail_id,
        sender=settings().mail_from or "",
        sender_name=claimed.sender_name,
        recipient=claimed.recipient,
        subject=claimed.subject or "",
        text=claimed.text,
        language=claimed.language,
        at=by.at,
        reply_to=claimed.reply_to,
    )


def _mail_server() -> MailServer:
    chosen = settings()
    password = chosen.smtp_password
    return MailServer(
        host=chosen.smtp_host or "",
        port=chosen.smtp_port or SMTP_PORTS[chosen.smtp_security],
        security=Security(chosen.smtp_security),
        sender=chosen.bounce_address or chosen.mail_from or "",
        own_name=urlsplit(chosen.public_url).hostname or "localhost",
        seconds=_seconds(),
        user=chosen.smtp_user or None,
        password=password.get_secret_value() if password else None,
        certificates=str(chosen.mail_certificates) if chosen.mail_certificates else None,
    )


def _text_gateway() -> TextGateway:
    chosen = settings()
    token = chosen.text_gateway_token
    return TextGateway(
        address=chosen.text_gateway_url or "",
        seconds=_seconds(),
        sender=chosen.text_sender,
        token=token.get_secret_value() if token else None,
    )


def _seconds() -> float:
    return settings().message_lease_seconds / PART_OF_THE_LEASE

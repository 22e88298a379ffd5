"""Mail that came back marks the address, and counts as not having been asked."""

from datetime import timedelta
from imaplib import IMAP4

import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.jobs.read_bounces import read_bounces
from app.mail.mailbox import Mailbox
from app.rules.code_lists import FollowUpState, MessageState
from app.settings import settings
from tests.factories import MOMENT, Factory
from tests.jobs.sending import Asking, asking, now, send, taking_mail
from tests.mail.imap_server import imap_server
from tests.mail.mail_server import CERTIFICATE
from tests.mail.returned_mail import MAIL_ID, absence, report

LATER = Actor.operator(MOMENT + timedelta(hours=2))


async def sent(make: Factory, patch: pytest.MonkeyPatch) -> tuple[Asking, bytes]:
    """A question that was sent, and the report that it could not be delivered."""
    asked = await asking(make)
    async with taking_mail(patch) as server:
        await send()
    return asked, report().replace(MAIL_ID.encode(), server.mails[0]["Message-ID"].encode())


def read_from(patch: pytest.MonkeyPatch, mailbox: Mailbox) -> None:
    """The installation reads returned mail from a mailbox of ours."""
    chosen = {
        "bounce_imap_host": mailbox.host,
        "bounce_imap_port": mailbox.port,
        "bounce_imap_security": "tls",
        "bounce_imap_user": mailbox.user,
        "bounce_imap_password": SecretStr(mailbox.password),
        "bounce_imap_folder": mailbox.folder,
        "mail_certificates": CERTIFICATE,
    }
    for name, value in chosen.items():
        patch.setattr(settings(), name, value)


async def test_a_question_that_came_back_was_not_asked_and_its_address_is_marked(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, came_back = await sent(make, monkeypatch)
    async with imap_server(absence(), came_back) as (box, mailbox):
        read_from(monkeypatch, mailbox)
        assert await read_bounces(LATER) == {"read": 2, "came_back": 1}
        assert await read_bounces(LATER) == {"read": 0, "came_back": 0}
    assert box.seen == {1, 2}
    message, contact = await now(session, asked.message), await now(session, asked.contact)
    assert (message.state, message.reply) == (MessageState.BOUNCED, "550 no such user here")
    assert (contact.bounced_at, contact.bounce_reason) == (LATER.at, "550 no such user here")
    follow_up = await now(session, asked.follow_up)
    assert (follow_up.state, follow_up.times_asked, follow_up.last_asked_on) == (FollowUpState.DUE, 0, None)


async def test_a_report_that_is_read_twice_does_no_harm(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, came_back = await sent(make, monkeypatch)
    async with imap_server(came_back) as (box, mailbox):
        read_from(monkeypatch, mailbox)
        box.refuses_to_store = True
        for _ in range(2):
            with pytest.raises(IMAP4.error):
                await read_bounces(LATER)
    assert (await now(session, asked.contact)).version == 2  # written, and marked once

"""Mail that came back is read, and the addresses that it did not reach are marked."""

import asyncio
from collections.abc import Mapping

from app.actor import Actor
from app.database import session_for
from app.jobs.job import Job
from app.mail.mailbox import Mailbox, opened
from app.mail.returned import returned_message
from app.mail.smtp import Security
from app.mail_settings import IMAP_PORTS
from app.rules.background_work import Task
from app.settings import settings
from app.use_cases.take_back_message import take_back_message

SECONDS = 30.0


async def read_bounces(by: Actor) -> Mapping[str, int]:
    """Deal with the mail in the mailbox for returned mail, where there is one; gives how many came back and were read.

    A mail is marked as seen after what it says was recorded, so that none is lost; one that is read twice does no harm.
    """
    mailbox = _mailbox()
    if mailbox is None:
        return {}
    mails = await asyncio.to_thread(_unseen, mailbox)
    taken_back = 0
    for _, raw in mails:
        returned = returned_message(raw)
        if returned is not None:
            async with session_for(by) as session:
                taken_back += await take_back_message(session, by=by, mail_id=returned.mail_id, reason=returned.reason)
    await asyncio.to_thread(_dealt_with, mailbox, [number for number, _ in mails])
    return {"read": len(mails), "came_back": taken_back}


def _unseen(mailbox: Mailbox) -> list[tuple[str, bytes]]:
    with opened(mailbox) as box:
        return list(box.unseen())


def _dealt_with(mailbox: Mailbox, numbers: list[str]) -> None:
    if numbers:
        with opened(mailbox) as box:
            box.dealt_with(numbers)


def _mailbox() -> Mailbox | None:
    chosen = settings()
    if chosen.bounce_imap_host is None:
        return None
    return Mailbox(
        host=chosen.bounce_imap_host,
        port=chosen.bounce_imap_port or IMAP_PORTS[chosen.bounce_imap_security],
        security=Security(chosen.bounce_imap_security),
        user=chosen.bounce_imap_user or "",
        folder=chosen.bounce_imap_folder,
        seconds=SECONDS,
        password=chosen.bounce_imap_password.get_secret_value() if chosen.bounce_imap_password else "",
        certificates=str(chosen.mail_certificates) if chosen.mail_certificates else None,
    )


READ_BOUNCES = Job(Task.READ_BOUNCES, read_bounces)

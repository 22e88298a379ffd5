"""Makes the messages with which new links go to whoever asked for one, at the address on file and at no other."""

from itertools import groupby

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import AuditEvent, ConfirmationLink, Message
from app.queries.links_to_renew import ToRenew, read_links_to_renew
from app.rules.code_lists import AskedOf, MessagePurpose
from app.use_cases.audit import audit_row


async def renew_links(session: AsyncSession, *, by: Actor) -> int:
    """Make one message per address and answer how many; sending them is another's work.

    Doing it twice changes nothing. Only the operator sees the links of all programmes.
    """
    asked = await read_links_to_renew(session, by.at)
    by_address = [list(mine) for _, mine in groupby(asked, key=_address)]
    messages = [_message(mine[0], by) for mine in by_address]
    if not messages:
        return 0
    session.add_all(messages)
    await session.flush()
    renewed = [
        {"id": link.link_id, "renewal_id": message.id}
        for message, mine in zip(messages, by_address, strict=True)
        for link in mine
    ]
    await session.execute(update(ConfirmationLink), renewed)
    await session.execute(
        insert(AuditEvent),
        [audit_row(by, "renew link", "message", message.id, message.programme_id) for message in messages],
    )
    return len(messages)


def _address(link: ToRenew) -> tuple[str, AskedOf, str]:
    return str(link.programme_id), link.asked_of, link.recipient


def _message(link: ToRenew, by: Actor) -> Message:
    return Message(
        programme_id=link.programme_id,
        purpose=MessagePurpose.RENEWAL,
        channel=link.channel,
        employer_contact_id=link.contact_id,
        participant_id=link.participant_id,
        recipient=link.recipient,
        language=link.language,
        not_before=by.at,
    )

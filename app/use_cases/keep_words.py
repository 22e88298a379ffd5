"""Keeps the words of a programme's own for a kind of message, goes back to the built-in ones, and tries words out."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import ChangedMeanwhile, Conflict
from app.models import Account, Message, MessageTemplate, Programme
from app.models.message_template import MessageTemplateFields
from app.rules.addresses import folded_email
from app.rules.background_work import Task
from app.rules.code_lists import MessageChannel, MessageKind, MessageLanguage, MessagePurpose
from app.rules.message_text import MessageText
from app.rules.permissions import Act
from app.rules.placeholders import faults_of_words
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.enqueue import enqueue
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load
from app.use_cases.membership_roles import require
from app.use_cases.words_of_programme import own_words

CHANGED = Sentence("Somebody else changed this while you were busy. Nothing was overwritten.")


async def keep_words(
    session: AsyncSession, *, by: Actor, programme_id: UUID, version: int, words: MessageTemplateFields
) -> MessageTemplate:
    """Send these words from now on. `version` is that of the programme's own words; 0 where it had none."""
    require(by, Act.CHANGE_PROGRAMME, programme_id)
    check_words(words)
    template = await _own(session, programme_id, words.kind, words.language, version)
    told: Changes
    if template is None:
        template = MessageTemplate(programme_id=programme_id, **words.model_dump())
        session.add(template)
        told = {}
    else:
        told = {name: (getattr(template, name), getattr(words, name)) for name in ("subject", "body")}
        template.subject, template.body = words.subject, words.body
    await session.flush()
    await _audit(session, by, "change" if told else "add", template, told)
    return template


async def use_built_in_words(
    session: AsyncSession,
    *,
    by: Actor,
    programme_id: UUID,
    version: int,
    kind: MessageKind,
    language: MessageLanguage,
) -> None:
    """Send the built-in words again."""
    require(by, Act.CHANGE_PROGRAMME, programme_id)
    template = await _own(session, programme_id, kind, language, version)
    if template is not None:
        await session.delete(template)
        await session.flush()
        await _audit(session, by, "remove", template, {"body": (template.body, None)})


async def try_words(
    session: AsyncSession, *, by: Actor, programme: Programme, language: MessageLanguage, text: MessageText
) -> Message:
    """Send somebody on the team a message at their own address, so that they see what others will get.

    Raises Conflict when mail cannot be sent to the address of the account.
    """
    require(by, Act.CHANGE_PROGRAMME, programme.id)
    account = await load(session, Account, by.account_id) if by.account_id else None
    address = folded_email(account.email) if account and account.email else None
    if account is None or address is None:
        raise Conflict(Sentence("Your account has no e-mail address that mail can be sent to."))
    message = Message(
        programme_id=programme.id,
        purpose=MessagePurpose.TEST,
        channel=MessageChannel.EMAIL,
        account_id=account.id,
        recipient=address,
        language=language,
        not_before=by.at,
        subject=text.subject,
        body=text.text,
    )
    session.add(message)
    await session.flush()
    await enqueue(session, Task.SEND_MESSAGES)
    await audit(session, by=by, action="try", object_type="message", object_id=message.id, programme_id=programme.id)
    return message


def check_words(words: MessageTemplateFields) -> None:
    """Refuse words that cannot be sent, and say what would be right."""
    found = faults_of_words(words.kind, words.language, subject=words.subject, body=words.body)
    raise_for(fault(field, "words", reason) for field, reason in found.items())


async def _own(
    session: AsyncSession, programme_id: UUID, kind: MessageKind, language: MessageLanguage, version: int
) -> MessageTemplate | None:
    template = await own_words(session, programme_id, kind, language)
    if (template.version if template else 0) != version:
        raise ChangedMeanwhile(CHANGED)
    return template


async def _audit(session: AsyncSession, by: Actor, action: str, template: MessageTemplate, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="message_template",
        object_id=template.id,
        programme_id=template.programme_id,
        changes=changes,
    )

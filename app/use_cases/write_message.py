"""Writes a message out: its words, its values, and a fresh link for each question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.mail.address import domain_of
from app.models import AuditEvent, ConfirmationLink, EmployerContact, Message, Programme
from app.models.programme_design import AskingPolicy
from app.queries.questions_of_message import QuestionInMessage
from app.rules.code_lists import AskedOf, MessageChannel, MessageKind, MessagePurpose
from app.rules.link_state import LASTS, link_path
from app.rules.message_text import MessageText, MessageValues, Question, kind_of_mail, message_text
from app.rules.message_words import RENEWALS, MessageWords
from app.settings import settings
from app.use_cases.audit import audit_row
from app.use_cases.secrets import new_secret
from app.use_cases.words_of_programme import words_for

KEPT_INSTEAD_OF_A_LINK = "[link]"


@dataclass(frozen=True)
class Written:
    """A message as it is sent, and as it is kept: without the links, which open a question to whoever has them."""

    sent: MessageText
    kept: MessageText


def mail_id_of(message: Message) -> str:
    """The Message-ID of a message (RFC 5322): its own id at the domain that it is sent from."""
    return f"<{message.id}@{domain_of(settings().mail_from or 'bestendig@localhost')}>"


async def write_message(
    session: AsyncSession,
    by: Actor,
    message: Message,
    programme: Programme,
    policy: AskingPolicy,
    questions: Sequence[QuestionInMessage],
) -> Written:
    """Write out what is to be asked. Each question gets a link of its own; links of earlier attempts keep working."""
    words = await _words(session, message, questions)
    name = await _name(session, message, questions)
    paths = await _fresh_links(session, by, message, questions)
    asked = tuple(
        Question(one.person, one.organisation, one.job_title, one.starts_on, settings().public_url.rstrip("/") + path)
        for one, path in zip(questions, paths, strict=True)
    )
    without = tuple(replace(one, link=KEPT_INSTEAD_OF_A_LINK) for one in asked)
    values = MessageValues(name, programme.name, policy.sender_name, asked)
    return Written(
        message_text(words, message.language, values),
        message_text(words, message.language, replace(values, questions=without)),
    )


async def _words(session: AsyncSession, message: Message, questions: Sequence[QuestionInMessage]) -> MessageWords:
    if message.purpose is MessagePurpose.RENEWAL:
        return RENEWALS[message.language]
    if message.purpose is MessagePurpose.PARTICIPANT_QUESTION:
        kind = MessageKind.PARTICIPANT
    elif message.channel is MessageChannel.TEXT:
        kind = MessageKind.TEXT
    else:
        kind = kind_of_mail([one.asked_before + 1 for one in questions])
    return await words_for(session, message.programme_id, kind, message.language)


async def _name(session: AsyncSession, message: Message, questions: Sequence[QuestionInMessage]) -> str | None:
    """How to address whoever gets it."""
    if questions[0].asked_of is AskedOf.PARTICIPANT:
        return questions[0].first_name
    contact = await session.get(EmployerContact, message.employer_contact_id) if message.employer_contact_id else None
    return contact.name if contact else None


async def _fresh_links(
    session: AsyncSession, by: Actor, message: Message, questions: Sequence[QuestionInMessage]
) -> list[str]:
    """Make a link per question and give their paths, in order. Only the hashes of the secrets are kept."""
    secrets = [new_secret() for _ in questions]
    links = [_link(by, message, question, hashed) for question, (_, hashed) in zip(questions, secrets, strict=True)]
    await session.execute(insert(ConfirmationLink), links)
    await session.execute(
        insert(AuditEvent),
        [audit_row(by, "issue", "confirmation_link", UUID(str(link["id"])), message.programme_id) for link in links],
    )
    return [link_path(question.asked_of, secret) for question, (secret, _) in zip(questions, secrets, strict=True)]


def _link(by: Actor, message: Message, question: QuestionInMessage, hashed: str) -> dict[str, object]:
    return {
        "id": uuid4(),
        "programme_id": message.programme_id,
        "trajectory_id": question.trajectory_id,
        "participant_id": question.participant_id,
        "placement_id": question.placement_id,
        "organisation_id": question.organisation_id,
        "follow_up_id": question.follow_up_id,
        "asked_of": question.asked_of,
        "message_id": message.id,
        "token_hash": hashed,
        "expires_at": by.at + LASTS,
        "recorded_at": by.at,
        "recorded_by": by.account_id,
    }

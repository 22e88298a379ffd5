"""Made-up messages as they are kept, with their requests and links."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.links import secret_of
from app.rules.code_lists import AskedOf, MessageChannel, MessageKind, MessageLanguage, MessagePurpose, MessageState
from app.rules.link_state import LASTS
from app.rules.message_text import MessageValues, Question, kind_of_mail, message_text
from app.rules.message_words import BUILT_IN
from app.use_cases.secrets import hash_of

ACCEPTED = "250 2.0.0 Ok: queued"
NO_SUCH_MAILBOX = "550 5.1.1 The mailbox does not exist"
BACK_AFTER = timedelta(minutes=3)
REPLIES = {
    MessageState.SENT: ACCEPTED,
    MessageState.BOUNCED: ACCEPTED,
    MessageState.REFUSED: NO_SUCH_MAILBOX,
}


@dataclass(frozen=True, slots=True)
class AskedInMessage:
    """A follow-up in a message, and which time it was asked in it."""

    follow_up_id: UUID
    nth: int


def add_message(
    book: Book, contact: Row, sent_at: datetime, asked: Sequence[AskedInMessage], state: MessageState
) -> UUID:
    """One message to a contact person, and what became of it; an address that it did not reach is marked."""
    is_taken = state in (MessageState.SENT, MessageState.BOUNCED)
    came_back = state in (MessageState.BOUNCED, MessageState.REFUSED)
    settled_at = sent_at + BACK_AFTER if state is MessageState.BOUNCED else sent_at
    message_id = book.add(
        "message",
        sent_at.date(),
        programme_id=contact["programme_id"],
        purpose=MessagePurpose.FOLLOW_UP,
        channel=MessageChannel.EMAIL if contact["email"] else MessageChannel.TEXT,
        employer_contact_id=contact["id"],
        recipient=contact["email"] or contact["phone"],
        language=contact["language"],
        state=state,
        not_before=sent_at,
        attempts=2 if state is MessageState.UNCERTAIN else 1,
        claimed_at=sent_at,
        handed_over_at=None if state is MessageState.REFUSED else sent_at,
        sent_at=sent_at if is_taken else None,
        uncertain_at=sent_at if state is MessageState.UNCERTAIN else None,
        settled_at=settled_at,
        reply=REPLIES.get(state),
    )
    book.first["message"][message_id] |= {
        "recorded_at": sent_at,
        "changed_at": settled_at,
        "mail_id": f"<{message_id}@bestendig.example>",
        **_words(book, contact, asked),
    }
    for one in asked:
        _add_request(book, message_id, one, sent_at)
    if came_back:
        contact_id = cast("UUID", contact["id"])
        on = sent_at.date()
        book.change("employer_contact", contact_id, on, bounced_at=settled_at, bounce_reason=NO_SUCH_MAILBOX)
    return message_id


def add_mail_link(book: Book, message_id: UUID, follow_up_id: UUID, sent_at: datetime) -> None:
    """The link to one question in a message."""
    about = book.first["follow_up"][follow_up_id]
    number = len(book.first["confirmation_link"]) + 1
    link_id = book.add(
        "confirmation_link",
        sent_at.date(),
        None,
        **_keys(about),
        placement_id=about["placement_id"],
        organisation_id=about["organisation_id"],
        follow_up_id=follow_up_id,
        asked_of=AskedOf.EMPLOYER,
        message_id=message_id,
        token_hash=hash_of(secret_of(number, book.programme_number)),
        expires_at=sent_at + LASTS,
        answered_at=None,
        observation_id=None,
        revoked_at=None,
    )
    book.first["confirmation_link"][link_id]["recorded_at"] = sent_at


def _add_request(book: Book, message_id: UUID, asked: AskedInMessage, sent_at: datetime) -> None:
    request_id = book.add(
        "follow_up_request",
        sent_at.date(),
        None,
        **_keys(book.first["follow_up"][asked.follow_up_id]),
        follow_up_id=asked.follow_up_id,
        message_id=message_id,
        recipient=book.first["message"][message_id]["recipient"],
        asked_of=AskedOf.EMPLOYER,
        nth=asked.nth,
    )
    book.first["follow_up_request"][request_id]["recorded_at"] = sent_at


def _words(book: Book, contact: Row, asked: Sequence[AskedInMessage]) -> Row:
    """Subject and text in the built-in words, as they are kept: without the links."""
    language = MessageLanguage(str(contact["language"]))
    kind = kind_of_mail([one.nth for one in asked]) if contact["email"] else MessageKind.TEXT
    values = MessageValues(
        name=cast("str | None", contact["name"]),
        programme=str(book.first["programme"][contact["programme_id"]]["name"]),
        sender=None,
        questions=tuple(_question(book, one.follow_up_id) for one in asked),
    )
    written = message_text(BUILT_IN[kind, language], language, values)
    return {"subject": written.subject, "body": written.text}


def _question(book: Book, follow_up_id: UUID) -> Question:
    about = book.first["follow_up"][follow_up_id]
    placement = book.first["placement"][about["placement_id"]]
    person = book.first["participant"][about["participant_id"]]
    return Question(
        person=f"{person['first_name']} {str(person['last_name'])[:1]}.",
        organisation=str(book.first["organisation"][placement["organisation_id"]]["name"]),
        job_title=cast("str | None", placement.get("job_title")),
        starts_on=cast("date", placement["starts_on"]),
        link="[link]",
    )


def _keys(about: Row) -> Row:
    return {name: about[name] for name in ("programme_id", "trajectory_id", "participant_id")}

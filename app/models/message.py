"""Messages: what goes out by e-mail or text message, and how that went."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from app.models.base import Changeable, Identified, closed_list, within
from app.rules.code_lists import MessageChannel, MessageLanguage, MessagePurpose, MessageState


class Message(Identified, Changeable, table=True):
    """One message to one address.

    `recipient` is the address, folded. `body` is the text as it was sent, without the links in it. `mail_id` is the
    Message-ID, the same when a message is repeated. `claimed_at` and `handed_over_at` are moments of the database's
    own clock, by which a claim that was lost is known; `uncertain_at` is when it was first not known whether the
    server had taken it. `reply` is what the server answered.
    """

    __table_args__ = (
        within("attempts", 0, 1000),
        CheckConstraint("state <> 'sent' or sent_at is not null", name="sent_has_a_moment"),
        Index("ix_message_recipient", "programme_id", "recipient"),
        Index(
            "ix_message_to_send",
            "not_before",
            postgresql_where="state in ('waiting', 'sending', 'handing_over')",
        ),
    )

    programme_id: UUID = Field(foreign_key="programme.id")
    purpose: MessagePurpose = Field(sa_type=closed_list(MessagePurpose))
    channel: MessageChannel = Field(sa_type=closed_list(MessageChannel))
    employer_contact_id: UUID | None = Field(default=None, foreign_key="employer_contact.id", index=True)
    participant_id: UUID | None = Field(default=None, foreign_key="participant.id", index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    recipient: str = Field(max_length=320)
    language: MessageLanguage = Field(sa_type=closed_list(MessageLanguage))
    state: MessageState = Field(default=MessageState.WAITING, sa_type=closed_list(MessageState))
    not_before: datetime
    attempts: int = 0
    claimed_at: datetime | None = None
    handed_over_at: datetime | None = None
    sent_at: datetime | None = None
    uncertain_at: datetime | None = None
    settled_at: datetime | None = None
    mail_id: str | None = Field(default=None, unique=True, max_length=200)
    subject: str | None = Field(default=None, max_length=500)
    body: str | None = Field(default=None, max_length=20000)
    reply: str | None = Field(default=None, max_length=1000)

"""Message templates: the words of a programme's own, where it does not use the built-in ones."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, Shape, closed_list
from app.rules.code_lists import MessageKind, MessageLanguage


class MessageTemplateFields(Shape):
    """A subject and a text with placeholders. A text message has no subject."""

    kind: MessageKind = Field(sa_type=closed_list(MessageKind))
    language: MessageLanguage = Field(sa_type=closed_list(MessageLanguage))
    subject: str | None = Field(default=None, max_length=200)
    body: str = Field(min_length=1, max_length=5000)


class MessageTemplate(Identified, MessageTemplateFields, Changeable, table=True):
    """The words of one programme for one kind of message in one language."""

    __tablename__ = "message_template"
    __table_args__ = (UniqueConstraint("programme_id", "kind", "language"),)

    programme_id: UUID = Field(foreign_key="programme.id", index=True)

"""The audit log: who did what to which thing, when and why."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import Identified


class AuditEvent(Identified, table=True):
    """One act. Events are only added. `changes` maps a field to its old and new value; it never holds a name.

    `account_id` is None for the operator and for the holder of a link; `origin` then says which.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_object", "object_type", "object_id"),
        Index("ix_audit_event_programme_at", "programme_id", "at"),
    )

    at: datetime
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    origin: str = Field(max_length=40)
    action: str = Field(max_length=60)
    object_type: str = Field(max_length=60)
    object_id: UUID | None = None
    programme_id: UUID | None = Field(default=None, foreign_key="programme.id")
    result: str = Field(default="done", max_length=20)
    reason: str | None = Field(default=None, max_length=2000)
    changes: dict[str, list[object]] = Field(default_factory=dict, sa_type=JSONB)

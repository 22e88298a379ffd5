"""Findings of the nightly check: facts that contradict each other, until they no longer do."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import Identified


class ConsistencyFinding(Identified, table=True):
    """One row in which something is not as it must be; `resolved_at` is when it was found to be right again."""

    __tablename__ = "consistency_finding"
    __table_args__ = (
        Index(
            "uq_consistency_finding_standing",
            "check_name",
            "object_id",
            unique=True,
            postgresql_where="resolved_at is null",
        ),
    )

    programme_id: UUID | None = Field(default=None, foreign_key="programme.id", index=True)
    check_name: str = Field(max_length=100)
    object_type: str = Field(max_length=100)
    object_id: UUID
    found_at: datetime
    last_seen_at: datetime
    resolved_at: datetime | None = None

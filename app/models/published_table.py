"""Published tables: what of a report must stay possible in the reports of other days."""

from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import Identified, TextList


class PublishedTable(Identified, table=True):
    """One table of a published report, split by some dimensions or by nothing. Rows are only added.

    `content` holds its exact counts, which of them were withheld and the other worlds that a reader must allow for
    (`app.outcomes.published_tables`); worlds are numbered within a scope, and `next_world` is the first number that was
    not yet used. `is_blank` when all of it was withheld.
    """

    __tablename__ = "published_table"
    __table_args__ = (UniqueConstraint("pull_id", "dimensions"),)

    pull_id: UUID = Field(foreign_key="outcome_pull.id")
    dimensions: list[str] = Field(sa_type=TextList)
    is_blank: bool
    next_world: int
    content: dict[str, Any] = Field(sa_type=JSONB)

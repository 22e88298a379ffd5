"""Pulls: every time that somebody asked for an outcome report, and what came of it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ARRAY, Index, LargeBinary, Uuid
from sqlmodel import Field

from app.models.base import Identified, TextList, closed_list
from app.rules.code_lists import PullResult

Ids = ARRAY(Uuid)
Fingerprints = ARRAY(LargeBinary)


class OutcomePull(Identified, table=True):
    """One report that was asked for: by whom, about whom, and what came of it. Rows are only added.

    `metrics` are codes with their version, `withheld` is how many counts were withheld. `fingerprint` remembers whom a
    published report is about (16 KiB, see `app.rules.differencing`); None where nothing new was published.
    `own_fingerprints` do the same for each of the programme's own metrics, in the order of `metrics`, because a
    programme adds and changes those while the others stay. `like_id` is the earlier report that it is the same as or,
    when refused, too much like.
    """

    __tablename__ = "outcome_pull"
    __table_args__ = (
        Index("ix_outcome_pull_at", "at"),
        Index("ix_outcome_pull_remembered", "as_of", postgresql_where="fingerprint is not null"),
    )

    at: datetime
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    origin: str = Field(max_length=40)
    programme_ids: list[UUID] = Field(default_factory=list, sa_type=Ids)
    municipality_codes: list[str] = Field(default_factory=list, sa_type=TextList)
    cohort_ids: list[UUID] = Field(default_factory=list, sa_type=Ids)
    group_by: list[str] = Field(default_factory=list, sa_type=TextList)
    metrics: list[str] = Field(default_factory=list, sa_type=TextList)
    as_of: date
    known_at: datetime
    result: PullResult = Field(sa_type=closed_list(PullResult))
    withheld: int = 0
    fingerprint: bytes | None = None
    own_fingerprints: list[bytes] = Field(default_factory=list, sa_type=Fingerprints)
    like_id: UUID | None = Field(default=None, foreign_key="outcome_pull.id")

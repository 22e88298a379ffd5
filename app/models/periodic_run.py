"""Periodic runs: when what must happen by itself last happened."""

from datetime import datetime

from sqlalchemy import Column
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel


class PeriodicRun(SQLModel, table=True):
    """The last run of one periodic task. `failure` names the kind of fault only, `counts` says what was done."""

    __tablename__ = "periodic_run"

    task: str = Field(primary_key=True, max_length=100)
    started_at: datetime
    finished_at: datetime | None = None
    failed_at: datetime | None = None
    failure: str | None = Field(default=None, max_length=200)
    counts: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))

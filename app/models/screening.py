"""Screening decisions: what people decided, beside what the check of the entry requirements said."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import Identified, OfTrajectory, Recorded, closed_list, same_trajectory
from app.rules.code_lists import Decision


class ScreeningDecision(Identified, OfTrajectory, Recorded, table=True):
    """A human decision on a candidate, kept with the outcome of the automatic check at that moment.

    `check_result` is a list of `{requirement, verdict: met|not_met|unknown, reason}`. A later decision adds a row.
    """

    __tablename__ = "screening_decision"
    __table_args__ = (
        same_trajectory("screening_decision"),
        CheckConstraint(
            "decision not in ('declined', 'referred') or length(reason) > 0",
            name="ending_decision_has_reason",
        ),
    )

    decision: Decision = Field(sa_type=closed_list(Decision))
    decided_on: date
    reason: str | None = Field(default=None, max_length=2000)
    conditions: str | None = Field(default=None, max_length=2000)
    check_result: list[dict[str, str]] = Field(default_factory=list, sa_type=JSONB)

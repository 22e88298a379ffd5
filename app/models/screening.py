"""Screening decisions: what people decided, beside what the check of the entry requirements said."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Shape,
    TextList,
    closed_list,
    same_trajectory,
)
from app.rules.code_lists import CheckVerdict, Decision

WITH_REASON = "coalesce(length(btrim(reason)), 0) > 0"


class ScreeningDecisionFields(Shape):
    """A decision on a candidate and what stood beside it.

    `check_verdict` is the check of the entry requirements as a whole, None where none was made. `check_result` has a
    member per requirement: `{requirement, verdict: met|not_met|unknown, reason: {pattern, values}}`.
    """

    decision: Decision = Field(sa_type=closed_list(Decision))
    decided_on: date
    reason: str | None = Field(default=None, max_length=2000)
    conditions: list[str] = Field(default_factory=list, sa_type=TextList)
    check_verdict: CheckVerdict | None = Field(default=None, sa_type=closed_list(CheckVerdict))
    check_result: list[dict[str, object]] = Field(default_factory=list, sa_type=JSONB)


class ScreeningDecisionPublic(ScreeningDecisionFields, PublicFactOfTrajectory):
    """A decision as the API shows it to the programme team."""


class ScreeningDecision(Identified, ScreeningDecisionFields, OfTrajectory, Recorded, table=True):
    """A human decision on a candidate, kept with the check at that moment. A later decision adds a row."""

    __tablename__ = "screening_decision"
    __table_args__ = (
        same_trajectory("screening_decision"),
        UniqueConstraint("id", "trajectory_id"),
        CheckConstraint(
            f"decision not in ('declined', 'referred') or {WITH_REASON}",
            name="ending_decision_has_reason",
        ),
        CheckConstraint(
            "decision not in ('admitted', 'admitted_with_conditions') "
            f"or check_verdict is distinct from 'not_met' or {WITH_REASON}",
            name="admitted_though_not_met_has_reason",
        ),
        CheckConstraint(
            f"decision <> 'declined' or check_verdict is distinct from 'met' or {WITH_REASON}",
            name="declined_though_met_has_reason",
        ),
    )

"""What somebody says of a step with a trajectory."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.base import Shape
from app.rules.code_lists import Decision, Destination, TrajectoryEndReason
from app.rules.trajectory_states import Asked, Step

Condition = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
DECISIONS = {
    Step.ADMIT: Decision.ADMITTED,
    Step.PUT_ON_WAITING_LIST: Decision.WAITING,
    Step.REFER: Decision.REFERRED,
    Step.DECLINE: Decision.DECLINED,
    Step.WITHDRAW: Decision.WITHDRAWN,
}


class StepTaken(Shape):
    """A step and its day; what else is asked depends on the step.

    `conditions` make an admission conditional: each becomes a task, to be done by `conditions_due_on`, by somebody of
    the team or (None) by whoever takes it up.
    """

    step: Step
    on_date: date
    reason: str | None = Field(default=None, max_length=2000)
    conditions: list[Condition] = Field(default_factory=list, max_length=20)
    conditions_due_on: date | None = None
    conditions_assigned_to: UUID | None = None
    end_reason: TrajectoryEndReason | None = None
    destination: Destination | None = None
    ladder_end: int | None = Field(default=None, ge=1, le=6)

    @property
    def decision(self) -> Decision | None:
        """The decision on a candidate that this step is, if it is one."""
        if self.step is Step.ADMIT and self.conditions:
            return Decision.ADMITTED_WITH_CONDITIONS
        return DECISIONS.get(self.step)

    @property
    def given(self) -> frozenset[Asked]:
        """What has been filled in of what a step may ask."""
        filled = {
            Asked.REASON: bool(self.reason and self.reason.strip()),
            Asked.END_REASON: self.end_reason is not None,
            Asked.DESTINATION: self.destination is not None,
        }
        return frozenset(asked for asked, is_filled in filled.items() if is_filled)

"""The phases of a programme: which comes when, by the weeks that were planned for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """One phase; without planned weeks it lasts until somebody says otherwise."""

    name: str
    planned_weeks: int | None


def suggested_phase(phases: Sequence[PlannedPhase], started_on: date | None, today: date) -> PlannedPhase | None:
    """Find the phase that somebody would be in by the plan; nothing before the start. After all of them, the last."""
    if started_on is None or today < started_on:
        return None
    begins = started_on
    for phase in phases:
        if phase.planned_weeks is None or today < begins + timedelta(weeks=phase.planned_weeks):
            return phase
        begins += timedelta(weeks=phase.planned_weeks)
    return phases[-1] if phases else None

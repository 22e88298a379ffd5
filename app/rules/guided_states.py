"""In which states somebody is guided: that is what a caseload is made of."""

from app.rules.code_lists import TrajectoryState

GUIDED = (
    TrajectoryState.ADMITTED,
    TrajectoryState.ACTIVE,
    TrajectoryState.PAUSED,
    TrajectoryState.AFTERCARE,
)
"""From admission until the file is closed; these make up a caseload."""

BEFORE_ADMISSION = (TrajectoryState.REGISTERED, TrajectoryState.SCREENING, TrajectoryState.WAITING)

IN_TOUCH = (*BEFORE_ADMISSION, *GUIDED)
"""Everybody with whom contacts are still to be expected."""

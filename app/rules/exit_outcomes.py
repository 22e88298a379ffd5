"""How a trajectory ended: completed or not, and how many steps of the participation ladder somebody is higher."""

from __future__ import annotations

from app.rules.code_lists import EndOutcome
from app.rules.metric_parts import Question
from app.rules.outcome_facts import Trajectory

OUTCOMES = {Question.COMPLETED: EndOutcome.COMPLETED, Question.DROPPED_OUT: EndOutcome.DROPPED_OUT}
ABOUT_EXIT = OUTCOMES.keys() | {Question.LADDER_STEP_GAINED}


def exit_answer(question: Question, trajectory: Trajectory) -> bool | None:
    """The answer about a trajectory that has ended; None where the end or one of the two steps is not recorded."""
    if question in OUTCOMES:
        return None if trajectory.end_outcome is None else trajectory.end_outcome is OUTCOMES[question]
    before, after = trajectory.ladder_start, trajectory.ladder_end
    return None if before is None or after is None else after > before

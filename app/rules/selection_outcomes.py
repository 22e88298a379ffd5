"""What became of a registration, and how the check of the requirements stood beside the decision."""

from __future__ import annotations

from app.rules.code_lists import CheckVerdict, Decision
from app.rules.metric_parts import Question
from app.rules.outcome_facts import CheckedDecision, Trajectory

ADMITTING = frozenset({Decision.ADMITTED, Decision.ADMITTED_WITH_CONDITIONS})
ENDS_WITHOUT_ADMISSION = {
    Question.REFERRED: Decision.REFERRED,
    Question.DECLINED: Decision.DECLINED,
    Question.WITHDRAWN: Decision.WITHDRAWN,
}
ABOUT_CHECK = frozenset({Question.CHECK_NOT_MET, Question.CHECK_MET, Question.OVER_QUALIFIED})
ABOUT_SELECTION = frozenset({Question.SCREENED, Question.ADMITTED, *ENDS_WITHOUT_ADMISSION, *ABOUT_CHECK})


def selection_answer(question: Question, trajectory: Trajectory) -> bool | None:
    """Answer a question about the selection of somebody on whom has been decided; None when it is not known."""
    if question is Question.SCREENED:
        return _was_screened(trajectory)
    admitted = trajectory.started_on is not None or trajectory.decision in ADMITTING
    if question is Question.ADMITTED:
        return admitted
    if question in ENDS_WITHOUT_ADMISSION:
        return not admitted and trajectory.decision is ENDS_WITHOUT_ADMISSION[question]
    return _said_by_check(question, _last_check(trajectory, admitted=admitted))


def _was_screened(trajectory: Trajectory) -> bool | None:
    """Somebody who withdrew without a screening had none; of others a missing day says nothing."""
    if trajectory.screened_on is not None:
        return True
    withdrew = trajectory.started_on is None and trajectory.decision is Decision.WITHDRAWN
    return False if withdrew else None


def _last_check(trajectory: Trajectory, *, admitted: bool) -> CheckedDecision | None:
    """The check beside the last admission or, of somebody who was not admitted, the last decision to decline."""
    deciding = ADMITTING if admitted else frozenset({Decision.DECLINED})
    about_it = [one for one in trajectory.checked_decisions if one.decision in deciding]
    return max(about_it, key=lambda one: (one.decided_on, one.recorded_at), default=None)


def _said_by_check(question: Question, check: CheckedDecision | None) -> bool | None:
    if check is None:
        return None
    if question is Question.OVER_QUALIFIED:
        return check.over_qualified
    if check.verdict in (None, CheckVerdict.UNKNOWN):
        return None
    return check.verdict is (CheckVerdict.MET if question is Question.CHECK_MET else CheckVerdict.NOT_MET)

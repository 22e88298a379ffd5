"""Why somebody has the state that a metric gives."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question, UnknownPolicy
from app.rules.outcome_state import OutcomeState
from app.rules.sentence import Sentence
from app.rules.standard_outcomes import ABOUT_LEAVING
from app.rules.state_facts import LifeAtTarget, StateFacts
from app.rules.working_life import LONGEST_HOLE


class Reason(StrEnum):
    """Everyone in a cohort has exactly one, so that reasons add up to the cohort."""

    AT_WORK = "at_work"
    AT_WORK_ON_END = "at_work_on_end"
    AT_SAME_EMPLOYER = "at_same_employer"
    PLACED_IN_TIME = "placed_in_time"
    WORKED_IN_PERIOD = "worked_in_period"
    IN_BETTER_JOB = "in_better_job"
    SPOKEN_TO_IN_TIME = "spoken_to_in_time"
    RECORDED_YES = "recorded_yes"
    OUT_OF_WORK = "out_of_work"
    BETWEEN_JOBS = "between_jobs"
    IN_OTHER_WORK = "in_other_work"
    INTERRUPTED = "interrupted"
    LEFT_EMPLOYER = "left_employer"
    NOT_PLACED_IN_TIME = "not_placed_in_time"
    NO_WORK_PROVEN = "no_work_proven"
    IN_NO_BETTER_JOB = "in_no_better_job"
    SILENT_TOO_LONG = "silent_too_long"
    NO_YES_PROVEN = "no_yes_proven"
    RECORDED_NO = "recorded_no"
    NOTHING_PROVES = "nothing_proves"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NO_DAY_YET = "no_day_yet"
    DAY_TO_COME = "day_to_come"
    STEP_TO_COME = "step_to_come"
    DIED = "died"


REASONS: Mapping[Reason, Sentence] = {
    Reason.AT_WORK: Sentence("Proven to be at work on the day that counts"),
    Reason.AT_WORK_ON_END: Sentence("Proven to be at work up to the day that counts, without a gap of over 31 days"),
    Reason.AT_SAME_EMPLOYER: Sentence("Proven to be with the first employer on the day that counts"),
    Reason.PLACED_IN_TIME: Sentence("A counted job began in time"),
    Reason.WORKED_IN_PERIOD: Sentence("Proven to have worked in the period that counts"),
    Reason.IN_BETTER_JOB: Sentence("The job on the day that counts is better than the earlier one"),
    Reason.SPOKEN_TO_IN_TIME: Sentence("Spoken to within the norm"),
    Reason.RECORDED_YES: Sentence("What is recorded says yes"),
    Reason.OUT_OF_WORK: Sentence("Seen without work around the day that counts"),
    Reason.BETWEEN_JOBS: Sentence("The last job had ended, and what came next was later"),
    Reason.IN_OTHER_WORK: Sentence("Proven to be in other work, which does not count here"),
    Reason.INTERRUPTED: Sentence("Proven to be without work for over 31 days in between"),
    Reason.LEFT_EMPLOYER: Sentence("The jobs with the first employer had ended"),
    Reason.NOT_PLACED_IN_TIME: Sentence("No counted job was registered in time"),
    Reason.NO_WORK_PROVEN: Sentence("Not proven to have worked in the period that counts, which is a no here"),
    Reason.IN_NO_BETTER_JOB: Sentence("The job on the day that counts is not better than the earlier one"),
    Reason.SILENT_TOO_LONG: Sentence("Spoken to longer ago than the norm"),
    Reason.NO_YES_PROVEN: Sentence("Nothing recorded proves a yes, which is enough for a no here"),
    Reason.RECORDED_NO: Sentence("What is recorded says no"),
    Reason.NOTHING_PROVES: Sentence("Nothing recorded proves yes or no"),
    Reason.UNREACHABLE: Sentence("The follow-up was closed: unreachable"),
    Reason.REFUSED: Sentence("The follow-up was closed: refused to answer"),
    Reason.NO_DAY_YET: Sentence("The day to count from has not come"),
    Reason.DAY_TO_COME: Sentence("The day that counts is after the reference date"),
    Reason.STEP_TO_COME: Sentence("The step that answers it is still to be taken"),
    Reason.DIED: Sentence("Died on the day that counts, or before it"),
}
SETTLED = {
    OutcomeState.EXCLUDED: Reason.DIED,
    OutcomeState.UNANSWERED: Reason.NOTHING_PROVES,
    OutcomeState.UNREACHABLE: Reason.UNREACHABLE,
    OutcomeState.REFUSED: Reason.REFUSED,
}
YES = {
    Question.IN_WORK: Reason.AT_WORK,
    Question.IN_WORK_WITHOUT_INTERRUPTION: Reason.AT_WORK_ON_END,
    Question.WITH_SAME_EMPLOYER: Reason.AT_SAME_EMPLOYER,
    Question.PLACED_SINCE_INDEX: Reason.PLACED_IN_TIME,
    Question.WORKED_SINCE_INDEX: Reason.WORKED_IN_PERIOD,
    Question.WORKED_IN_LAST_QUARTER: Reason.WORKED_IN_PERIOD,
    Question.STEPPED_UP: Reason.IN_BETTER_JOB,
    Question.WORK_IMPROVED: Reason.IN_BETTER_JOB,
    Question.WITHIN_CONTACT_NORM: Reason.SPOKEN_TO_IN_TIME,
}
NO = {
    Question.PLACED_SINCE_INDEX: Reason.NOT_PLACED_IN_TIME,
    Question.WORKED_SINCE_INDEX: Reason.NO_WORK_PROVEN,
    Question.WORKED_IN_LAST_QUARTER: Reason.NO_WORK_PROVEN,
    Question.WITHIN_CONTACT_NORM: Reason.SILENT_TOO_LONG,
}
"""Questions to which there is one reason for a no."""
STEPS = frozenset({Question.STEPPED_UP, Question.WORK_IMPROVED})


def reason_of(metric: Metric, state: OutcomeState, facts: StateFacts) -> Reason:
    """The one reason why somebody has a state for a metric."""
    if state in SETTLED:
        return SETTLED[state]
    if state is OutcomeState.YES:
        return Reason.RECORDED_YES if _not_only_work(metric) else YES.get(metric.question, Reason.RECORDED_YES)
    if state is OutcomeState.NO:
        return _reason_of_no(metric, facts.life)
    if metric.unknown_policy is UnknownPolicy.IS_NOT_YET_DUE:
        return Reason.STEP_TO_COME
    return Reason.NO_DAY_YET if facts.target_day is None else Reason.DAY_TO_COME


def _not_only_work(metric: Metric) -> bool:
    return metric.question is Question.IN_WORK and bool(metric.counted.other_kinds)


def _reason_of_no(metric: Metric, life: LifeAtTarget | None) -> Reason:
    if metric.question in NO:
        return NO[metric.question]
    if metric.unknown_policy is UnknownPolicy.COUNTS_AS_NO and not _proves_no(metric.question, life):
        return Reason.NO_YES_PROVEN
    if life is None or metric.question in ABOUT_LEAVING:
        return Reason.RECORDED_NO
    if metric.question is Question.WITH_SAME_EMPLOYER and life.left_employer:
        return Reason.LEFT_EMPLOYER
    if metric.question is Question.IN_WORK_WITHOUT_INTERRUPTION and life.in_work is not False:
        return Reason.INTERRUPTED
    if metric.question in STEPS and life.in_work is not False:
        return Reason.IN_NO_BETTER_JOB
    if life.seen_out_of_work:
        return Reason.OUT_OF_WORK
    return Reason.IN_OTHER_WORK if life.at_other_work or life.in_work else Reason.BETWEEN_JOBS


def _proves_no(question: Question, life: LifeAtTarget | None) -> bool:
    """Whether what is known of somebody's work is a no by itself, without a metric that takes unknown for one."""
    if life is None:
        return False
    if question is Question.WITH_SAME_EMPLOYER:
        return bool(life.left_employer) or life.seen_out_of_work
    if question is Question.IN_WORK_WITHOUT_INTERRUPTION and (life.longest_interruption or 0) > LONGEST_HOLE:
        return True
    return life.in_work is False

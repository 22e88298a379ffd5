"""Why somebody has the state that a metric gives: the reason, and the days that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.metric_definition import Metric, Question, UnknownPolicy
from app.rules.outcome_state import OutcomeState
from app.rules.selection_outcomes import ABOUT_SELECTION
from app.rules.sentence import Sentence


class Reason(StrEnum):
    """Everyone in a cohort has exactly one, so that reasons add up to the cohort."""

    AT_WORK = "at_work"
    AT_WORK_ON_END = "at_work_on_end"
    AT_SAME_EMPLOYER = "at_same_employer"
    PLACED_IN_TIME = "placed_in_time"
    RECORDED_YES = "recorded_yes"
    OUT_OF_WORK = "out_of_work"
    BETWEEN_JOBS = "between_jobs"
    IN_OTHER_WORK = "in_other_work"
    INTERRUPTED = "interrupted"
    LEFT_EMPLOYER = "left_employer"
    NOT_PLACED_IN_TIME = "not_placed_in_time"
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
    Reason.RECORDED_YES: Sentence("What is recorded says yes"),
    Reason.OUT_OF_WORK: Sentence("Seen without work around the day that counts"),
    Reason.BETWEEN_JOBS: Sentence("The last job had ended, and what came next was later"),
    Reason.IN_OTHER_WORK: Sentence("Proven to be in other work, which does not count here"),
    Reason.INTERRUPTED: Sentence("Proven to be without work for over 31 days in between"),
    Reason.LEFT_EMPLOYER: Sentence("The jobs with the first employer had ended"),
    Reason.NOT_PLACED_IN_TIME: Sentence("No counted job was registered in time"),
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
}


@dataclass(frozen=True, kw_only=True)
class LifeAtTarget:
    """What is known of somebody's work around the day that counts."""

    last_worked: date | None
    next_worked: date | None
    all_ended: date | None
    next_start: date | None
    last_seen_out: date | None
    next_seen_out: date | None
    longest_interruption: int | None
    """In days."""
    left_employer: bool | None
    seen_out_of_work: bool
    in_work: bool | None
    at_other_work: bool | None = None
    """Proven to be in paid work that does not count; only where not all paid work counts."""


@dataclass(frozen=True, kw_only=True)
class StateFacts:
    """The facts that decide a state; `life` is there for questions about work whose day has come."""

    target_day: date | None
    died_on: date | None
    decision: str | None
    decided_on: date | None
    screened_on: date | None
    placed_on: date | None
    job_from: date | None
    job_to: date | None
    proven_until: date | None
    life: LifeAtTarget | None


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
    if metric.question is Question.PLACED_SINCE_INDEX:
        return Reason.NOT_PLACED_IN_TIME
    if life is None:
        return Reason.RECORDED_NO
    if metric.question is Question.WITH_SAME_EMPLOYER and life.left_employer:
        return Reason.LEFT_EMPLOYER
    if metric.question is Question.IN_WORK_WITHOUT_INTERRUPTION and life.in_work is not False:
        return Reason.INTERRUPTED
    if life.seen_out_of_work:
        return Reason.OUT_OF_WORK
    return Reason.IN_OTHER_WORK if life.at_other_work or life.in_work else Reason.BETWEEN_JOBS


def evidence(metric: Metric, facts: StateFacts) -> list[Sentence]:
    """The days that decide, in the order in which they came; nothing where none is known."""
    told = _of_selection(facts) if metric.question in ABOUT_SELECTION else _of_work(facts)
    known = sorted({(day, what) for day, what in (*told, (facts.died_on, Sentence("died"))) if day is not None})
    return [Sentence("%(day)s: %(what)s", day=day, what=what) for day, what in known]


def _of_selection(facts: StateFacts) -> Iterator[tuple[date | None, Sentence]]:
    yield facts.screened_on, Sentence("screened")
    yield facts.decided_on, Sentence("decided")


def _of_work(facts: StateFacts) -> Iterator[tuple[date | None, Sentence]]:
    yield facts.job_from, Sentence("first paid job began")
    if facts.job_to is None:
        yield facts.proven_until, Sentence("first job proven until here")
    yield facts.job_to, Sentence("first job ended")
    life = facts.life
    if life and not life.in_work:
        if life.last_worked not in (facts.job_to, facts.proven_until):
            yield life.last_worked, Sentence("worked last before the day that counts")
        yield life.next_worked, Sentence("worked first after the day that counts")
        yield life.last_seen_out, Sentence("seen without work")
        yield life.next_seen_out, Sentence("seen without work")

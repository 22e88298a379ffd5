"""Which state one trajectory has for one metric, on a reference date.

This is the meaning of a metric in words that can be read. Reports ask the database the same with the SQL of
`app/outcomes/`; tests hold the two together, and both against a judge that was written apart.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.rules.calendar import add_months
from app.rules.code_lists import FollowUpState
from app.rules.job_quality import ABOUT_JOB_QUALITY, job_quality_answer
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Index
from app.rules.outcome_answer import answer_to
from app.rules.outcome_facts import Life, Placement, Trajectory
from app.rules.outcome_population import in_population, index_day
from app.rules.outcome_state import OutcomeState
from app.rules.own_placements import first_placement, work_that_counts
from app.rules.standard_outcomes import ABOUT_STANDARDS, is_mature, standard_answer

CLOSED_WITHOUT_ANSWER = {
    FollowUpState.REFUSED: OutcomeState.REFUSED,
    FollowUpState.UNREACHABLE: OutcomeState.UNREACHABLE,
}


def outcome_of(metric: Metric, trajectory: Trajectory, life: Life, as_of: date) -> OutcomeState | None:
    """The state of a trajectory; None when it is not in the metric's population.

    `trajectory` and `life` hold what was known by the reference date and nothing that is dated after it
    (`Life.seen_on`).
    """
    if metric.index is Index.DATE and metric.on is None:
        metric = replace(metric, on=as_of)
    first = first_placement(metric.counted, trajectory, life)
    if not in_population(metric, trajectory, first, life):
        return None
    index = index_day(metric, trajectory, first, life)
    if metric.mature_only and not is_mature(index, metric.horizon_months, as_of):
        return None
    target = add_months(index, metric.horizon_months) if index else None
    if Exclusion.DECEASED in metric.exclusions and _dead_by(target, trajectory, life):
        return OutcomeState.EXCLUDED
    if target is None or target > as_of:
        return OutcomeState.NOT_YET_DUE
    if metric.question in ABOUT_STANDARDS:
        answer = standard_answer(metric, trajectory, life, target, work_that_counts(metric.counted, life).sure)
    elif metric.question in ABOUT_JOB_QUALITY and first:
        answer = job_quality_answer(metric.question, first, target, life, work_that_counts(metric.counted, life).sure)
    else:
        answer = answer_to(metric, trajectory, first, life, target, as_of)
    if answer is None:
        return _how_unknown(metric, first, life)
    return OutcomeState.YES if answer else OutcomeState.NO


def outcome_of_person(metric: Metric, among: tuple[Trajectory, ...], life: Life, as_of: date) -> OutcomeState | None:
    """The state with which a person counts in a group: once, whatever the number of trajectories in it.

    The first trajectory by day of registration that is in the metric's population speaks for the person.
    """
    for trajectory in sorted(among, key=lambda one: (one.registered_on, one.number, str(one.id))):
        state = outcome_of(metric, trajectory, life, as_of)
        if state is not None:
            return state
    return None


def _dead_by(target: date | None, trajectory: Trajectory, life: Life) -> bool:
    died_on = life.died_on(trajectory)
    return died_on is not None and (target is None or died_on <= target)


def _how_unknown(metric: Metric, first: Placement | None, life: Life) -> OutcomeState:
    for follow_up in life.follow_ups:
        asked_here = first and follow_up.placement == first.id and follow_up.month == metric.follow_up_month
        if asked_here and follow_up.state in CLOSED_WITHOUT_ANSWER:
            return CLOSED_WITHOUT_ANSWER[follow_up.state]
    return metric.unknown_policy.state

"""The rules of `app.rules.outcomes`, as SQL: one column with a state per metric, one row per trajectory."""

from __future__ import annotations

from collections.abc import Sequence

from app.outcomes.inclusion_sql import ABOUT_PROMISE
from app.outcomes.language_sql import ANSWERS_ABOUT_LANGUAGE, JOIN_LANGUAGE
from app.outcomes.match_sql import ANSWERS_ABOUT_MATCH
from app.outcomes.selection_sql import ADMITTED, JOIN_CHECK, selection_answer
from app.outcomes.standard_sql import IN_POPULATION_BEFORE, mature, standard_answer, standard_joins
from app.outcomes.study_sql import study_answer, study_joins
from app.outcomes.target_sql import ANSWERS_ABOUT_WORK, INDEX_DAY, target_day, target_name
from app.rules.metric_definition import Exclusion, Metric, Population, Question
from app.rules.satisfaction import ABOUT_SATISFACTION
from app.rules.selection_outcomes import ABOUT_CHECK
from app.rules.standard_outcomes import ABOUT_STANDARDS

STARTED = "trajectory_in_scope.started_on is not null"

IN_POPULATION = {
    Population.REGISTERED: "true",
    Population.STARTED: STARTED,
    Population.PLACED: f"{STARTED} and first_placement.id is not null",
    Population.PROMISED: f"{STARTED} and promise.promised_on is not null",
    Population.ADMITTED: ADMITTED,
    Population.DECLINED: "trajectory_in_scope.started_on is null and coalesce(decision = 'declined', false)",
    **IN_POPULATION_BEFORE,
}


def judged(metrics: Sequence[Metric]) -> str:
    """The CTE `judged`: every trajectory in scope with what it is grouped by and its state for each metric."""
    about_promise = any(metric.question in ABOUT_PROMISE for metric in metrics)
    columns = ",\n           ".join(f"{state(metric)} as {metric.code}" for metric in metrics)
    return f""",
judged as (
    select trajectory_in_scope.*,
           first_placement.organisation_id as employer_id,
           {"promise.promised_on" if about_promise else "cast(null as date) as promised_on"},
           {columns}
    from trajectory_in_scope
    left join first_placement on first_placement.trajectory_id = trajectory_in_scope.id
    left join death_at_work on death_at_work.participant_id = trajectory_in_scope.participant_id{_joins(metrics)}
)"""


def _joins(metrics: Sequence[Metric]) -> str:
    joins = study_joins(metrics)
    for metric in metrics:
        joins |= standard_joins(metric)
        if metric.question in ANSWERS_ABOUT_WORK:
            name = target_name(metric)
            joins[name] = (
                f"left join work_at_target as {name} "
                f"on {name}.trajectory_id = trajectory_in_scope.id and {name}.target = '{name}'"
            )
        if metric.question in ANSWERS_ABOUT_MATCH:
            joins["job_match"] = "left join job_match on job_match.trajectory_id = trajectory_in_scope.id"
        if metric.question in ANSWERS_ABOUT_LANGUAGE:
            joins["language"] = JOIN_LANGUAGE
        if metric.question in ABOUT_CHECK:
            joins["check"] = JOIN_CHECK
        if metric.question in ABOUT_SATISFACTION:
            joins["satisfaction"] = "left join satisfaction on satisfaction.trajectory_id = trajectory_in_scope.id"
        if metric.question in ABOUT_PROMISE:
            joins["promise"] = "left join promise on promise.trajectory_id = trajectory_in_scope.id"
        if metric.question in (Question.PLACED_SINCE_INDEX, Question.EVER_PLACED):
            joins["placed"] = (
                "left join placed_since_start on placed_since_start.trajectory_id = trajectory_in_scope.id"
            )
        if metric.follow_up_month:
            name = _follow_up(metric)
            joins[name] = (
                f"left join follow_up_without_answer as {name} "
                f"on {name}.placement_id = first_placement.id and {name}.month = {metric.follow_up_month}"
            )
    return "".join(f"\n    {join}" for join in joins.values())


def state(metric: Metric) -> str:
    """The state of a trajectory for a metric; null when it is not in the metric's population."""
    target = target_day(metric)
    answer = _answer(metric)
    unknown = f"'{metric.unknown_policy.state}'"
    if metric.follow_up_month:
        unknown = f"coalesce({_follow_up(metric)}.state, {unknown})"
    excluded = ""
    if Exclusion.DECEASED in metric.exclusions:
        died_on = "least(trajectory_in_scope.died_on, death_at_work.died_on)"
        excluded = f"when {died_on} <= coalesce({target}, 'infinity') then 'excluded'"
    counted = IN_POPULATION[metric.population]
    if metric.mature_only:
        counted = f"({counted}) and {mature(metric, INDEX_DAY[metric.index])}"
    return f"""case
               when not ({counted}) then null
               {excluded}
               when coalesce({target}, 'infinity') > :as_of then 'not_yet_due'
               when {answer} then 'yes'
               when not {answer} then 'no'
               else {unknown}
           end"""


def _answer(metric: Metric) -> str:
    if metric.question is Question.IN_WORK_OR_STUDY:
        return study_answer(metric)
    if metric.question in ANSWERS_ABOUT_WORK:
        return f"{target_name(metric)}.{ANSWERS_ABOUT_WORK[metric.question]}"
    if metric.question in ANSWERS_ABOUT_MATCH:
        return f"job_match.{ANSWERS_ABOUT_MATCH[metric.question]}"
    if metric.question in ANSWERS_ABOUT_LANGUAGE:
        return f"language_answer.{ANSWERS_ABOUT_LANGUAGE[metric.question]}"
    if metric.question in ABOUT_STANDARDS:
        return standard_answer(metric)
    if metric.question in ABOUT_SATISFACTION:
        return f"satisfaction.{metric.question}"
    if metric.question in ABOUT_PROMISE:
        return "promise.kept"
    if metric.question is Question.PLACED_SINCE_INDEX:
        return f"case when placed_on <= {target_day(metric)} then true end"
    if metric.question is Question.EVER_PLACED:
        return "case when placed_on is not null then true end"
    return selection_answer(metric.question)


def _follow_up(metric: Metric) -> str:
    return f"follow_up_{metric.follow_up_month}"

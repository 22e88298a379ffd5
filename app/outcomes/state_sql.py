"""The rules of `app.rules.outcomes`, as SQL: one column with a state per metric, one row per trajectory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from app.outcomes.activity_sql import activity_answer, activity_joins, looks_beyond_work
from app.outcomes.counted_sql import ANSWERS_ABOUT_WORK, suffix, weighed_as
from app.outcomes.guidance_sql import ABOUT_GUIDANCE, IS_GUIDED, guidance_answer, guidance_joins
from app.outcomes.inclusion_sql import ABOUT_PROMISE
from app.outcomes.language_sql import ANSWERS_ABOUT_LANGUAGE, JOIN_LANGUAGE
from app.outcomes.match_sql import ANSWERS_ABOUT_MATCH
from app.outcomes.placed_sql import ABOUT_PLACED, placed_answer, placed_joins
from app.outcomes.selection_sql import ADMITTED, JOIN_CHECK, selection_answer
from app.outcomes.social_assistance_sql import social_assistance_answer, social_assistance_joins
from app.outcomes.speaks_sql import placed_condition
from app.outcomes.standard_sql import IN_POPULATION_BEFORE, mature, standard_answer, standard_joins
from app.outcomes.step_up_sql import job_quality_answer, step_up_joins
from app.outcomes.target_sql import first_placement, index_day, join_first_placement, target_day, target_name
from app.rules.counted import PLAIN_PAID_WORK
from app.rules.exit_outcomes import ABOUT_EXIT
from app.rules.job_quality import ABOUT_JOB_QUALITY
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Index, Population, Question
from app.rules.satisfaction import ABOUT_SATISFACTION
from app.rules.selection_outcomes import ABOUT_CHECK
from app.rules.standard_outcomes import ABOUT_STANDARDS

STARTED = "trajectory_in_scope.started_on is not null"

IN_POPULATION = {
    Population.REGISTERED: "true",
    Population.STARTED: STARTED,
    Population.PLACED: f"{STARTED} and {{first_placement}}.id is not null",
    Population.PROMISED: f"{STARTED} and promise.promised_on is not null",
    Population.ADMITTED: ADMITTED,
    Population.DECLINED: "trajectory_in_scope.started_on is null and coalesce(decision = 'declined', false)",
    Population.GUIDED: f"{IS_GUIDED} and not guidance_then.is_paused",
    **IN_POPULATION_BEFORE,
}

FOR_THE_TEAM: tuple[tuple[Collection[Question], Callable[[Metric], str]], ...] = (
    (ABOUT_STANDARDS, standard_answer),
    (ABOUT_JOB_QUALITY, job_quality_answer),
    (ABOUT_EXIT | ABOUT_GUIDANCE, guidance_answer),
)
"""Where the answers stand to what only the team asks."""


def judged(metrics: Sequence[Metric]) -> str:
    """The CTE `judged`: every trajectory in scope with what it is grouped by and its state for each metric."""
    about_promise = any(metric.question in ABOUT_PROMISE for metric in metrics)
    about_placed = {
        placed_condition(metric): first_placement(metric)
        for metric in metrics
        if metric.population is Population.PLACED and metric.counted != PLAIN_PAID_WORK
    }
    columns = ",\n           ".join(
        (
            *(f"{first}.id is not null as {column}" for column, first in about_placed.items()),
            *(f"{state(metric)} as {metric.code}" for metric in metrics),
        )
    )
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
    joins: dict[str, str] = {}
    for metric in metrics:
        joins |= standard_joins(metric) | step_up_joins(metric) | guidance_joins(metric)
        if first_placement(metric) != "first_placement":
            joins[first_placement(metric)] = join_first_placement(metric)
        if metric.question in ANSWERS_ABOUT_WORK:
            name = target_name(metric)
            joins[name] = (
                f"left join work_at_target{suffix(weighed_as(metric))} as {name} "
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
        if metric.follow_up_month:
            name = _follow_up(metric)
            joins[name] = (
                f"left join follow_up_without_answer as {name} "
                f"on {name}.placement_id = {first_placement(metric)}.id and {name}.month = {metric.follow_up_month}"
            )
    joins |= activity_joins(metrics) | placed_joins(metrics) | social_assistance_joins(metrics)
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
    counted = _in_population(metric)
    if metric.mature_only:
        counted = f"({counted}) and {mature(metric, index_day(metric))}"
    return f"""case
               when not ({counted}) then null
               {excluded}
               when coalesce({target}, 'infinity') > :as_of then 'not_yet_due'
               else case {answer} when true then 'yes' when false then 'no' else {unknown} end
           end"""


def _in_population(metric: Metric) -> str:
    condition = IN_POPULATION[metric.population].format(first_placement=first_placement(metric))
    if metric.index is not Index.DATE:
        return condition
    begun = ["trajectory_in_scope.started_on"]
    if metric.population is Population.PLACED:
        begun.append(f"{first_placement(metric)}.starts_on")
    return " and ".join((condition, *(f"{day} <= {index_day(metric)}" for day in begun)))


def _answer(metric: Metric) -> str:
    if metric.question in ANSWERS_ABOUT_WORK:
        return _if_index_counts(metric, _answer_about_work(metric))
    if metric.question in ANSWERS_ABOUT_MATCH:
        return f"job_match.{ANSWERS_ABOUT_MATCH[metric.question]}"
    if metric.question in ANSWERS_ABOUT_LANGUAGE:
        return f"language_answer.{ANSWERS_ABOUT_LANGUAGE[metric.question]}"
    if metric.question is Question.OFF_SOCIAL_ASSISTANCE:
        return _if_index_counts(metric, social_assistance_answer(metric))
    for questions, answer_for_team in FOR_THE_TEAM:
        if metric.question in questions:
            return answer_for_team(metric)
    if metric.question in ABOUT_SATISFACTION:
        return f"satisfaction.{metric.question}"
    if metric.question in ABOUT_PROMISE:
        return "promise.kept"
    if metric.question in ABOUT_PLACED:
        return placed_answer(metric)
    return selection_answer(metric.question)


def _answer_about_work(metric: Metric) -> str:
    answer = f"{target_name(metric)}.{ANSWERS_ABOUT_WORK[metric.question]}"
    return activity_answer(metric, answer) if looks_beyond_work(metric) else answer


def _if_index_counts(metric: Metric, answer: str) -> str:
    """Nothing is known when it is not known whether the placement counts from which the metric counts its months."""
    if metric.index is not Index.FIRST_PLACEMENT or not metric.counted.has_minimum:
        return answer
    return f"case when {first_placement(metric)}.counts then {answer} end"


def _follow_up(metric: Metric) -> str:
    return f"follow_up_{metric.follow_up_month}{suffix(metric.counted)}"

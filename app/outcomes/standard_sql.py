"""The rules of `app.rules.standard_outcomes`, as SQL: the answers to standards of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.outcomes.counted_sql import suffix
from app.outcomes.facts_sql import KNOWN, STANDS, listed
from app.outcomes.stay_sql import INDEX_OF_A_STAY
from app.outcomes.step_up_sql import is_step_up
from app.outcomes.target_sql import ABOUT_LIFE, target_day, target_name
from app.rules.code_lists import Destination
from app.rules.leaving import INTO_OTHER_THINGS, INTO_WORK, SAYS_NOTHING, STUDIES
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Population, Question
from app.rules.standard_outcomes import ABOUT_STANDARDS, ABOUT_WORK_BEFORE, OF_A_STAY

BEFORE = f"{Index.BEFORE_FIRST_ENTRY}_0"


LEFT_ON = "trajectory_in_scope.last_exit"
LEFT_TO = "trajectory_in_scope.left_to"

IN_POPULATION_BEFORE = {
    Population.STARTED_WITHOUT_WORK: f"trajectory_in_scope.started_on is not null and {BEFORE}.in_work is not true",
    Population.STARTED_IN_WORK: f"trajectory_in_scope.started_on is not null and {BEFORE}.in_work is true",
}


def is_of_a_standard(metric: Metric) -> bool:
    """Whether a metric asks what only standards ask: about a whole stay, about work before it, or mature quarters."""
    return (
        metric.mature_only
        or metric.index in OF_A_STAY
        or metric.population in ABOUT_WORK_BEFORE
        or metric.question in ABOUT_STANDARDS
    )


def with_work_before(metrics: Sequence[Metric]) -> tuple[Metric, ...]:
    """The metrics, and where their population asks for it the question whether there was work before the start."""
    asking = (metric for metric in metrics if metric.population in ABOUT_WORK_BEFORE)
    before = [
        replace(metric, index=Index.BEFORE_FIRST_ENTRY, horizon_months=0, question=Question.IN_WORK)
        for metric in asking
    ]
    return (*metrics, *before[:1])


def standard_parts(metrics: Sequence[Metric]) -> str:
    """The CTEs that the questions of standards need beside the targets."""
    asked = {metric.question: metric for metric in metrics}
    parts = "".join(_quarter(metric) for metric in metrics if metric.question is Question.WORKED_IN_LAST_QUARTER)
    if Question.STUDYING_ON_LEAVING in asked:
        parts += STUDY_ON_LEAVING
    if Question.QUALIFIED_ON_LEAVING in asked:
        parts += QUALIFIED
    if Question.WORK_IMPROVED in asked:
        parts += IMPROVEMENT.format(after=target_name(asked[Question.WORK_IMPROVED]))
    return parts


def standard_joins(metric: Metric) -> dict[str, str]:
    """The joins of one metric, by name."""
    joins = {}
    if metric.population in ABOUT_WORK_BEFORE:
        joins[BEFORE] = _join_target("work_at_target", BEFORE, BEFORE)
    if metric.question in ABOUT_LIFE:
        joins[_life(metric)] = _join_target("in_work_at_target", _life(metric), target_name(metric))
    if metric.question in BY_QUESTION or metric.question is Question.WORKED_IN_LAST_QUARTER:
        name = BY_QUESTION.get(metric.question, _quarter_name(metric))
        joins[name] = f"left join {name} on {name}.trajectory_id = trajectory_in_scope.id"
    return joins


def _join_target(table: str, name: str, target: str) -> str:
    return (
        f"left join {table} as {name} on {name}.trajectory_id = trajectory_in_scope.id and {name}.target = '{target}'"
    )


def standard_answer(metric: Metric) -> str:
    """True, false or null: the answer to a question of a standard."""
    life = _life(metric)
    match metric.question:
        case Question.EMPLOYED_ON_LEAVING:
            return _employed(life, target_day(metric))
        case Question.SEEKING_WORK_ON_LEAVING:
            return f"""case when ({_employed(life, target_day(metric))}) or {LEFT_TO} in ({listed(INTO_OTHER_THINGS)})
                   then false when {LEFT_TO} = '{Destination.JOB_SEEKING}' then true end"""
        case Question.STUDYING_ON_LEAVING:
            return STUDYING
        case Question.QUALIFIED_ON_LEAVING:
            return f"case when first_result_on <= {target_day(metric)} then true end"
        case Question.WORK_IMPROVED:
            return f"case when not {life}.in_work then false else improvement.is_step_up end"
        case Question.WORKED_SINCE_INDEX:
            return f"coalesce({life}.at_work or {life}.last_worked >= trajectory_in_scope.first_entry, false)"
    return f"{_quarter_name(metric)}.trajectory_id is not null"


def mature(metric: Metric, index: str) -> str:
    """Whether the horizon has passed for everybody who can have an index in the same calendar quarter."""
    last_of_quarter = f"cast(date_trunc('quarter', {index}) + interval '3 months' as date) - 1"
    return f"coalesce({last_of_quarter} + interval '{metric.horizon_months} months' <= :as_of, false)"


def _quarter_name(metric: Metric) -> str:
    return f"worked_before_{target_name(metric)}"


def _quarter(metric: Metric) -> str:
    """Who is proven to have worked on any day of the three months before the target date, in work that counts."""
    return f""",
{_quarter_name(metric)} as (
    select distinct own.id as trajectory_id
    from (
        select trajectory_in_scope.id, participant_id, {target_day(metric)} as target_day from trajectory_in_scope
    ) as own
    join proven_spell using (participant_id)
    where counts{suffix(metric.counted)} and starts_on < target_day and proven_until >= target_day - interval '3 months'
)"""


def _life(metric: Metric) -> str:
    return f"life_at_{target_name(metric)}"


def _employed(life: str, until: str) -> str:
    worked = f"case when {life}.at_work then {until} else {life}.last_worked end"
    return f"""case
                   when {life}.last_seen_out >= {LEFT_ON} and {life}.last_seen_out > coalesce({worked}, '-infinity')
                       then false
                   when {worked} >= {LEFT_ON} then {worked} = {until} or coalesce({life}.one_may_still_run, false)
                       or {life}.all_ended is distinct from ({worked})
                   when {LEFT_TO} in ({listed(INTO_WORK)}) then true
                   when {LEFT_TO} = '{Destination.JOB_SEEKING}' or not {life}.in_work then false
               end"""


STUDY_ON_LEAVING = f""",
study_on_leaving as (
    select own.id as trajectory_id,
           bool_or(
               case when study_ends_on is null then starts_on >= last_exit else study_ends_on >= until end
           ) as goes_on,
           bool_or(study_ends_on >= last_exit) as ended_since,
           bool_or(study_ends_on is null) as may_go_on,
           max(starts_on) as studied_from
    from (
        select id, participant_id, first_entry, last_exit,
               {INDEX_OF_A_STAY[Index.FOUR_WEEKS_AFTER_LAST_EXIT]} as until
        from trajectory_in_scope
        where last_exit is not null
    ) as own
    join (
        select participant_id, starts_on, case when ends_on <= :as_of then ends_on end as study_ends_on
        from placement_history join person using (participant_id)
        where {KNOWN} and kind in ({listed(STUDIES)})
    ) as study using (participant_id)
    where starts_on between first_entry and until
    group by own.id
)"""


STUDYING = f"""case
                   when study_on_leaving.goes_on
                       or ({LEFT_TO} = '{Destination.EDUCATION}' and study_on_leaving.ended_since is not true) then true
                   when study_on_leaving.may_go_on then null
                   when study_on_leaving.ended_since or {LEFT_TO} not in ({listed(SAYS_NOTHING)}) then false
               end"""

QUALIFIED = f""",
official_result as (
    select own.id as trajectory_id, min(measured_on) as first_result_on
    from trajectory_in_scope as own
    join trajectory_in_scope as of_stay using (participant_id, programme_id)
    join language_measurement on language_measurement.trajectory_id = of_stay.id
    where {STANDS} and official and measured_on between own.first_entry and :as_of
    group by own.id
)"""

BY_QUESTION = {
    Question.STUDYING_ON_LEAVING: "study_on_leaving",
    Question.QUALIFIED_ON_LEAVING: "official_result",
    Question.WORK_IMPROVED: "improvement",
}
"""The CTE with the answer to a question that is not about a working life alone."""

IMPROVEMENT = f""",
improvement as (
    select main_before.trajectory_id, {is_step_up("main_before", "main_after")} as is_step_up
    from main_job as main_before
    join main_job as main_after using (trajectory_id)
    join trajectory_in_scope on trajectory_in_scope.id = main_before.trajectory_id
    left join profile on profile.participant_id = trajectory_in_scope.participant_id
    where main_before.target = '{BEFORE}' and main_after.target = '{{after}}'
)"""

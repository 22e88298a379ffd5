"""The people that a number of a report is made of, one row for each, with the facts that decide their state."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import TextClause, text

from app.outcomes.counted_sql import ANSWERS_ABOUT_WORK, suffix, weighed_as
from app.outcomes.counting_sql import FIRST_OF_PERSON
from app.outcomes.deciding_facts_sql import deciding_facts
from app.outcomes.dimension_sql import in_group
from app.outcomes.inclusion_sql import ABOUT_PROMISE
from app.outcomes.speaks_sql import speaks
from app.outcomes.statement import Dimension, judged_set
from app.outcomes.target_sql import ABOUT_LIFE, first_placement, join_first_placement, target_day, target_name
from app.rules.metric_definition import Metric


@lru_cache(maxsize=64)
def people_statement(metric: Metric, group_by: tuple[Dimension, ...]) -> TextClause:
    """Every person of the metric's population, by the trajectory that speaks for them in each group.

    A row has `participant_id`, `trajectory_id`, `state`, a column per dimension, `placement_id` (the first counted
    placement) and `facts`, which `app.rules.state_facts.StateFacts` reads. Who speaks goes by the name that days are
    counted from.
    """
    about_work = metric.question in ANSWERS_ABOUT_WORK or metric.question in ABOUT_LIFE
    about_promise = metric.question in ABOUT_PROMISE
    first = first_placement(metric)
    life = (
        f"left join in_work_at_target{suffix(weighed_as(metric))} as in_work_at_target "
        f"on in_work_at_target.trajectory_id = trajectory_in_scope.id "
        f"and in_work_at_target.target = '{target_name(metric)}'"
    )
    promise = "left join promise on promise.trajectory_id = trajectory_in_scope.id"
    asked = deciding_facts(metric)
    more = "".join(f",\n           '{fact.name}', {fact.expression}" for fact in asked)
    joins = "".join(f"\n{fact.join}" for fact in asked)
    return text(f"""{judged_set((metric,))},{in_group(group_by)},
speaker as (
    select *, row_number() over (
        partition by {", ".join((*group_by, "participant_id"))} {FIRST_OF_PERSON}
    ) = 1 as speaks
    from in_group
    where {speaks(metric)}
)
select trajectory_in_scope.participant_id, trajectory_in_scope.id as trajectory_id,
       {metric.code} as state{"".join(f", {name}" for name in group_by)}, {first}.id as placement_id,
       json_build_object(
           'target_day', {target_day(metric)},
           'died_on', least(trajectory_in_scope.died_on, death_at_work.died_on),
           'decision', decision, 'decided_on', decided_on, 'screened_on', screened_on,
           'placed_on', placed_since_start.placed_on,
           'job_from', {first}.starts_on, 'job_to', {first}.ends_on,
           'proven_until', proven_spell.proven_until,
           'life', {"to_json(in_work_at_target)" if about_work else "null"}{more}
       ) as facts
from speaker as trajectory_in_scope
{join_first_placement(metric)}
left join proven_spell on proven_spell.id = {first}.id
left join placed_since_start on placed_since_start.trajectory_id = trajectory_in_scope.id
left join death_at_work on death_at_work.participant_id = trajectory_in_scope.participant_id
{life if about_work else ""}
{promise if about_promise else ""}{joins}
where speaks
order by registered_on, trajectory_in_scope.number collate "C", trajectory_in_scope.id""")

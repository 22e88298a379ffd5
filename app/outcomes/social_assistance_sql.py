"""The rule of `app.rules.social_assistance`, as SQL: what was said nearest to a target date."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.facts_sql import STANDS, STRENGTH_OF, person_of, whose
from app.outcomes.target_sql import join_first_placement, target_day, target_name
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Question
from app.rules.social_assistance import REACH


def _asking(metrics: Iterable[Metric]) -> dict[str, Metric]:
    return {said_near(metric): metric for metric in metrics if metric.question is Question.OFF_SOCIAL_ASSISTANCE}


def social_assistance(metrics: Iterable[Metric]) -> str:
    """Per metric that asks for it: the trajectories of which something was said near the target date."""
    return "".join(_said_near(name, metric) for name, metric in _asking(metrics).items())


def _said_near(name: str, metric: Metric) -> str:
    join = f"\n        {join_first_placement(metric)}" if metric.index is Index.FIRST_PLACEMENT else ""
    return f""",
{name} as (
    select trajectory_id,
           case when bool_and(not on_social_assistance) then true when bool_and(on_social_assistance) then false end
               as is_off,
           min(observed_on) as said_on
    from (
        select own.trajectory_id, on_social_assistance, observed_on,
               rank() over (
                   partition by own.trajectory_id
                   order by abs(observed_on - target_day), case source {STRENGTH_OF} end desc, recorded_at desc
               ) as place
        from (
            select trajectory_in_scope.id as trajectory_id, trajectory_in_scope.participant_id,
                   {target_day(metric)} as target_day
            from trajectory_in_scope{join}
        ) as own
        join ({whose("observation")}) on {person_of("observation")} = own.participant_id
        where {STANDS} and observed_on <= :as_of and on_social_assistance is not null
          and abs(observed_on - target_day) <= {REACH}
    ) as near
    where place = 1
    group by trajectory_id
)"""


def said_near(metric: Metric) -> str:
    """The name of what was said near the target date of one metric: `is_off`, and the day `said_on`."""
    return f"assistance_at_{target_name(metric)}"


def social_assistance_joins(metrics: Iterable[Metric]) -> dict[str, str]:
    """The joins of what `social_assistance` found, by name."""
    return {name: f"left join {name} on {name}.trajectory_id = trajectory_in_scope.id" for name in _asking(metrics)}


def social_assistance_answer(metric: Metric) -> str:
    """True, false or null: without social assistance on the target date."""
    return f"{said_near(metric)}.is_off"

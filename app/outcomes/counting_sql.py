"""People per state, counted for all metrics in one pass over the trajectories, as SQL.

A column per metric and state, not a row: a hundred thousand trajectories stay a hundred thousand rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.outcomes.speaks_sql import speaks
from app.rules.metric_definition import Metric
from app.rules.outcome_state import OutcomeState

FIRST_OF_PERSON = 'order by registered_on, number collate "C", id'
"""Of the trajectories that can speak for a person in a group, the first one does."""

DUE = ", ".join(
    f"'{state}'"
    for state in (
        OutcomeState.YES,
        OutcomeState.NO,
        OutcomeState.UNANSWERED,
        OutcomeState.UNREACHABLE,
        OutcomeState.REFUSED,
    )
)


WITH_SEVERAL = """
with_several as (
    select participant_id from trajectory_in_scope group by participant_id having count(*) > 1
)"""
"""The people of whom it must be found out which of their trajectories speaks; everybody else has one."""


def people_counted(metrics: Sequence[Metric], grouping: Sequence[str], name: str) -> str:
    """The CTE of a name: per metric and group of `in_group` one row with a column per state and the largest share."""
    speakers, own = speaking(metrics, grouping)
    alone = ", ".join(f"({condition}) as {column}" for condition, column in _speaking_columns(metrics).items())
    by = f"group by {', '.join(grouping)}" if grouping else ""
    keys = "".join(f"{key}, " for key in grouping)
    counts = _columns(
        f"count(*) filter (where {own[code]} and {code} = '{state}') as {code}_{state}"
        for code in own
        for state in OutcomeState
    )
    due = _columns(f"count(*) filter (where {own[code]} and {code} in ({DUE})) as {code}" for code in own)
    shares = _columns(f"cast(max({code}) as float) / nullif(sum({code}), 0) as {code}" for code in own)
    rows = ",\n        ".join(
        f"('{code}', {', '.join(f'{code}_{state}' for state in OutcomeState)}, largest.{code})" for code in own
    )
    same_group = f"array[{', '.join(f'{name}_counted.{key}' for key in grouping)}]"
    same_group += f" = array[{', '.join(f'largest.{key}' for key in grouping)}]"
    return f"""
{name}_speaking as (
    select *, {alone} from in_group where participant_id not in (select participant_id from with_several)
    union all
    select *, {speakers} from in_group where participant_id in (select participant_id from with_several)
),
{name}_counted as (
    select {keys}{counts} from {name}_speaking {by}
),
{name}_at_employer as (
    select {keys}{due} from {name}_speaking where employer_id is not null group by {keys}employer_id
),
{name} as (
    select {"".join(f"{name}_counted.{key}, " for key in grouping)}answer.*
    from {name}_counted
    left join (select {keys}{shares} from {name}_at_employer {by}) as largest on {same_group if grouping else "true"}
    cross join lateral (values
        {rows}
    ) as answer (metric, {", ".join(OutcomeState)}, largest_employer_share)
    where {" + ".join(OutcomeState)} > 0
)"""


def speaking(metrics: Sequence[Metric], grouping: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Who speaks for a person in a group, as columns of a trajectory; and per metric code the column that says so.

    It is the person's first trajectory in the group that can: one order of trajectories serves every metric.
    """
    columns = _speaking_columns(metrics)
    person = ", ".join((*grouping, "participant_id"))
    first = f"partition by {person} {FIRST_OF_PERSON} rows between unbounded preceding and current row"
    speakers = ", ".join(
        f"({condition}) and count(*) filter (where {condition}) over ({first}) = 1 as {column}"
        for condition, column in columns.items()
    )
    return speakers, {metric.code: columns[speaks(metric)] for metric in metrics}


def _speaking_columns(metrics: Sequence[Metric]) -> dict[str, str]:
    """Per condition to speak the column that says who does."""
    return {condition: f"speaks_{place}" for place, condition in enumerate(dict.fromkeys(map(speaks, metrics)))}


def _columns(columns: Iterable[str]) -> str:
    return ",\n           ".join(columns)

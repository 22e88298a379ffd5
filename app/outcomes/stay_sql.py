"""The rule `app.rules.participation`, as SQL: each trajectory in scope with the stay in the programme it is part of."""

from __future__ import annotations

from app.rules.leaving import DAYS_AFTER_LEAVING
from app.rules.metric_parts import Index

INDEX_OF_A_STAY = {
    Index.FIRST_ENTRY: "trajectory_in_scope.first_entry",
    Index.BEFORE_FIRST_ENTRY: "(trajectory_in_scope.first_entry - 1)",
    Index.LAST_EXIT: "trajectory_in_scope.last_exit",
    Index.FOUR_WEEKS_AFTER_LAST_EXIT: f"(trajectory_in_scope.last_exit + {DAYS_AFTER_LEAVING})",
    Index.QUARTER_OF_LAST_EXIT: "cast(date_trunc('quarter', trajectory_in_scope.last_exit) as date)",
}

STAYS = """
stay as (
    select participant_id, programme_id, min(started_on) as first_entry,
           case when bool_and(ended_on is not null) then max(ended_on) end as last_exit,
           (array_agg(destination order by ended_on desc, number collate "C" desc, id desc))[1] as left_to,
           count(*) > 1 as came_back
    from trajectory_alone
    where started_on is not null
    group by participant_id, programme_id
),
trajectory_in_scope as (
    select trajectory_alone.*, first_entry, last_exit, left_to, came_back
    from trajectory_alone left join stay using (participant_id, programme_id)
),"""
"""What stands between the trajectories alone and everything that is read from `trajectory_in_scope`."""

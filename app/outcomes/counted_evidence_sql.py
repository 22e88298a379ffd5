"""The rules of `app.rules.counted_work`, as SQL: each working life as a set of paid work sees it."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.counted_sql import other_sets_weighed, suffix
from app.outcomes.evidence_sql import BEFORE, ENDED_BEFORE, INTERRUPTION
from app.rules.metric_definition import Metric


def counted_evidence(metrics: Iterable[Metric]) -> str:
    """Per set of paid work an `event`, like that of all paid work, of what counts or may.

    `counted_until` is how far work is proven that surely counts, and `hole` the days without it; `elsewhere_until` is
    how far work is proven that does not count.
    """
    return "".join(_events(suffix(counted)) for counted in other_sets_weighed(metrics))


def _events(name: str) -> str:
    return f""",
working_life{name} as (
    select participant_id, starts_on as day, 'began' as what, proven_until as worked_until,
           case when counts{name} then proven_until end as counted_until, cast(null as date) as elsewhere_until,
           ends_on, ends_on is null as may_still_run, organisation_id,
           case when counts{name} then own_proof_until end as own_proof_until, false as work_begins
    from proven_spell
    where counts{name} is not false
    union all
    select participant_id, starts_on, 'elsewhere', null, null, proven_until, null, false, null, null, false
    from proven_spell
    where counts{name} is false
    union all
    select participant_id, day, 'seen_at_work', day, null, null, null, false, null, null, false
    from (
        select distinct participant_id, day
        from standing
        where in_paid_work and not exists (
            select from proven_spell
            where proven_spell.participant_id = standing.participant_id and counts{name} is false
              and (proven_spell.id = placement_id
                   or (placement_id is null and starts_on <= day and day <= proven_until))
        )
    ) as day_at_work
    union all
    select participant_id, day, 'seen_out_of_work', null, null, null, null, false, null, null,
           exists (
               select from spell
               where spell.participant_id = day_out_of_work.participant_id and counts{name} is not false
                 and starts_on = day and ends_on is distinct from starts_on
           )
    from day_out_of_work
),
event{name} as (
    select *,
           case when counted_until is not null then day - counted_until_before - 1 end as hole,
           {INTERRUPTION}
    from (
        select *,
               max(worked_until) over before as worked_until_before,
               max(counted_until) over before as counted_until_before,
               {ENDED_BEFORE}
        from working_life{name}
        {BEFORE}
    ) as in_order
)"""

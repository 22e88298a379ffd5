"""The rules of `app.rules.satisfaction`, as SQL: the last score per subject, and whether a promised job was kept."""

from __future__ import annotations

from app.outcomes.facts_sql import KNOWN, STANDS
from app.rules.job_match import SATISFIED
from app.rules.metric_parts import Question
from app.rules.satisfaction import ABOUT_SATISFACTION

FLAGS = ",\n           ".join(
    f"bool_or(score >= {SATISFIED}) filter (where rated_by = '{rater}' and dimension = '{dimension}') as {question}"
    for question, (rater, dimension) in ABOUT_SATISFACTION.items()
)
ABOUT_PROMISE = frozenset({Question.JOB_GUARANTEE_KEPT})

SATISFACTION = f""",
last_rating as (
    select distinct on (rating.trajectory_id, rated_by, dimension) rating.trajectory_id, rated_by, dimension, score
    from rating join first_placement using (trajectory_id)
    where {STANDS} and rated_on <= :as_of
      and (placement_id = first_placement.id or (placement_id is null and rated_on >= starts_on))
    order by rating.trajectory_id, rated_by, dimension, rated_on desc, recorded_at desc, score
),
satisfaction as (
    select trajectory_id,
           {FLAGS}
    from last_rating
    group by trajectory_id
)"""

PROMISES = f""",
promise as (
    select trajectory_id, min(starts_on) as promised_on,
           case when bool_or(job_guarantee_kept) then true
                when bool_and(job_guarantee_kept is not null) then false end as kept
    from placement_history join person using (participant_id)
    where {KNOWN} and job_guarantee and starts_on <= :as_of
    group by trajectory_id
)"""

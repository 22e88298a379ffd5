"""Levels at the start and now of everybody who counts in a metric of language gain, as SQL."""

from __future__ import annotations

from functools import cache

from sqlalchemy import TextClause, text

from app.outcomes.counting_sql import FIRST_OF_PERSON
from app.outcomes.fingerprint_sql import BOX, sum_of_marks
from app.outcomes.language_sql import STEPS
from app.outcomes.speaks_sql import speaks
from app.outcomes.statement import judged_set
from app.rules.language_outcomes import GAINED_IN
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS

GAINS: dict[str, Metric] = {
    str(GAINED_IN[metric.question]): metric for metric in METRICS.values() if metric.question in GAINED_IN
}
"""The metric of gain for each skill."""


@cache
def levels_statement() -> TextClause:
    """Per skill, level at the start and now the number of people; and what they leave in a report's fingerprint."""
    known = " or ".join(f"(skill = '{skill}' and {metric.code} in ('yes', 'no'))" for skill, metric in GAINS.items())
    return text(f"""{judged_set(tuple(GAINS.values()))},
speaker as (
    select distinct on (participant_id) * from judged where {speaks(next(iter(GAINS.values())))}
    {FIRST_OF_PERSON.replace("order by", "order by participant_id,")}
),
level_pair as (
    select participant_id, skill, (array[{STEPS}])[first_rank] as level_then, (array[{STEPS}])[last_rank] as level_now
    from speaker join skill_moved on skill_moved.trajectory_id = speaker.id
    where {known}
)
select skill, level_then, level_now, count(*) as people, cast(null as bigint[]) as marks
from level_pair
group by skill, level_then, level_now
union all
select null, null, null, null, array_agg(array[box, mark])
from (
    select {BOX} as box, {sum_of_marks("participant_id, skill, level_then, level_now")} as mark
    from level_pair
    group by box
) as marked""")

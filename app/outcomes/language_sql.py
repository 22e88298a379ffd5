"""The rules of `app.rules.language_outcomes`, as SQL: answers per trajectory, true, false or null."""

from __future__ import annotations

from app.outcomes.facts_sql import STANDS
from app.rules.code_lists import LanguageLevel
from app.rules.language_levels import CEFR_STEPS
from app.rules.language_outcomes import GAINED_IN
from app.rules.language_progress import DAYS_BETWEEN_FOR_A_GAIN
from app.rules.metric_parts import Question
from app.rules.metrics.language import MONTHS_FOR_AN_OFFICIAL_RESULT

ANSWERS_ABOUT_LANGUAGE = {
    **{question: f"gained_{skill}" for question, skill in GAINED_IN.items()},
    Question.FELL_BACK: "fell_back",
    Question.OFFICIAL_RESULT: "official_result",
}

LEVELS = ", ".join(f"'{level}'" for level in LanguageLevel)
STEPS = ", ".join(str(CEFR_STEPS[level]) for level in LanguageLevel)
GAINED = ",\n           ".join(
    f"bool_or(gained) filter (where skill = '{skill}') as gained_{skill}" for skill in GAINED_IN.values()
)

LANGUAGE = f""",
measured as (
    select trajectory_id, skill, measured_on, recorded_at, official, official is true or instrument is not null
               as documented,
           array_position(array[{LEVELS}], level::text) as rank
    from language_measurement
    where {STANDS} and measured_on <= :as_of and trajectory_id in (select id from trajectory_in_scope)
),
documented as (
    select *, max(measured_on) over (partition by trajectory_id, skill) as last_on
    from measured
    where documented
),
skill_moved as (
    select trajectory_id, skill, min(measured_on) as first_on, max(measured_on) as last_on,
           (array_agg(rank order by measured_on, official is true desc, recorded_at desc, rank))[1] as first_rank,
           (array_agg(rank order by measured_on desc, official is true desc, recorded_at desc, rank))[1] as last_rank,
           max(rank) filter (where measured_on < last_on) as best_before
    from documented
    group by trajectory_id, skill
),
skill_answer as (
    select trajectory_id, skill,
           case when skill_moved.last_on - first_on >= {DAYS_BETWEEN_FOR_A_GAIN} then
               (array[{STEPS}])[last_rank] - (array[{STEPS}])[first_rank] >= 1
           end as gained,
           case when skill_moved.last_on > starts_on then last_rank < best_before end as fell_back
    from skill_moved left join first_placement using (trajectory_id)
),
moved as (
    select trajectory_id,
           {GAINED},
           case when bool_or(fell_back) then true when bool_and(fell_back is not null) then false end as fell_back
    from skill_answer
    group by trajectory_id
),
examined as (
    select trajectory_id,
           case when bool_or(official) then true when bool_and(official is not null) then false end as official_result
    from measured join trajectory_in_scope on trajectory_in_scope.id = trajectory_id
    where measured_on between started_on
        and cast(started_on + interval '{MONTHS_FOR_AN_OFFICIAL_RESULT} months' as date)
    group by trajectory_id
),
language_answer as (
    select * from moved full join examined using (trajectory_id)
)"""

JOIN_LANGUAGE = "left join language_answer on language_answer.trajectory_id = trajectory_in_scope.id"

"""The rules of `app.rules.job_match`, as SQL: four flags per first placement, true, false or null."""

from __future__ import annotations

from app.outcomes.facts_sql import KNOWN, STANDS
from app.rules.job_match import EDUCATION_ASKED, ENOUGH_FLAGS, HOURS_THAT_STILL_MATCH, SATISFIED
from app.rules.metric_parts import Question

FLAGS = {
    Question.LEVEL_MATCHES: "level_matches",
    Question.FIELD_MATCHES: "field_matches",
    Question.WISH_MATCHES: "wish_matches",
    Question.OWN_JUDGEMENT: "own_judgement",
}

ANSWERS_ABOUT_MATCH = {**FLAGS, Question.ALL_KNOWN_FLAGS_MET: "all_known_flags_met"}

LEVEL = " ".join(
    f"when '{group}' then education between {levels[0]} and {levels[-1]}" for group, levels in EDUCATION_ASKED.items()
)
KNOWN_FLAGS = " + ".join(f"cast({flag} is not null as integer)" for flag in FLAGS.values())
ALL_MET = " and ".join(f"coalesce({flag}, true)" for flag in FLAGS.values())


def _shares_sub_major_group(others: str) -> str:
    return (
        "case when length(occupation) >= 2 then (select bool_or(left(other, 2) = left(occupation, 2)) "
        f"from unnest({others}) as other where length(other) >= 2) end"
    )


MATCH = f""",
last_job_rating as (
    select distinct on (rating.trajectory_id) rating.trajectory_id, score
    from rating join first_placement using (trajectory_id)
    where {STANDS} and rated_on <= :as_of and rated_by = 'participant' and dimension = 'job'
      and (placement_id = first_placement.id or (placement_id is null and rated_on >= starts_on))
    order by rating.trajectory_id, rated_on desc, recorded_at desc, score
),
employer_then as (
    select id as organisation_id, nace_section from organisation_history where {KNOWN}
),
match_flag as (
    select first_placement.trajectory_id,
           case left(occupation, 1) {LEVEL} end as level_matches,
           {_shares_sub_major_group("earlier_occupations || target_occupations")} as field_matches,
           case when cardinality(wished_sectors) > 0 or cardinality(wished_occupations) > 0
                     or wished_hours is not null then
               (cardinality(wished_sectors) > 0 and nace_section = any (wished_sectors))
               or (cardinality(wished_occupations) > 0
                   and {_shares_sub_major_group("wished_occupations")})
               or (wished_hours is not null and abs(hours - wished_hours) <= {HOURS_THAT_STILL_MATCH})
           end as wish_matches,
           score >= {SATISFIED} as own_judgement
    from first_placement
    join trajectory_in_scope on trajectory_in_scope.id = first_placement.trajectory_id
    left join profile on profile.participant_id = first_placement.participant_id
    left join programme_then on programme_then.programme_id = trajectory_in_scope.programme_id
    left join employer_then on employer_then.organisation_id = first_placement.organisation_id
    left join last_job_rating on last_job_rating.trajectory_id = first_placement.trajectory_id
),
job_match as (
    select *, case when {KNOWN_FLAGS} >= {ENOUGH_FLAGS} then {ALL_MET} end as all_known_flags_met
    from match_flag
)"""

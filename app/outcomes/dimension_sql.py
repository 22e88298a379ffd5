"""Where the names of the groups of a report stand, as SQL: beside each judged trajectory, as it was known then."""

from __future__ import annotations

from collections.abc import Collection

from app.outcomes.facts_sql import KNOWN, STANDS
from app.rules.code_lists import LanguageLevel
from app.rules.language_levels import CEFR_STEPS
from app.rules.report_groups import (
    AGE_CODES,
    DAYS_AFTER_THE_START,
    EDUCATION_CODES,
    NO_JOB,
    NOT_STARTED,
    SPEAKING_CODES,
)

REGIONS = """
        select known_as, max(labour_market_region) as region
        from municipality, lateral (values (code), (name)) as named (known_as)
        group by known_as
    """
"""A municipality is kept by its code or, where that was not known, by its name."""

EMPLOYERS = f"select id as organisation_id, nace_section, size from organisation_history where {KNOWN}"

BEGAN_ON = "coalesce(judged.started_on, judged.registered_on)"

LEVELS = ", ".join(f"'{level}'" for level in LanguageLevel)
BANDS_OF_SPEAKING = ", ".join(
    f"'{list(SPEAKING_CODES)[min(CEFR_STEPS[level], len(SPEAKING_CODES) - 1)]}'" for level in LanguageLevel
)

SPEAKING = f"""
        select distinct on (own.id) own.id,
               (array[{BANDS_OF_SPEAKING}])[array_position(array[{LEVELS}], level::text)] as speaking_level
        from (select id, coalesce(started_on, registered_on) as began_on from trajectory_in_scope) as own
        join language_measurement on trajectory_id = own.id
        where {STANDS} and skill = 'speaking' and (official is true or instrument is not null)
          and measured_on <= least(:as_of, began_on + {DAYS_AFTER_THE_START})
        order by own.id, measured_on > began_on, abs(measured_on - began_on), official is true desc,
                 recorded_at desc, array_position(array[{LEVELS}], level::text)
    """
"""The last documented measurement until the start or, without one, the first soon after it."""

AGE_BAND = " ".join(
    f"when {BEGAN_ON} < birth_date + interval '{below} years' then '{code}'" for code, (below, _) in AGE_CODES.items()
)
EDUCATION_BAND = " ".join(f"when education <= {last} then '{code}'" for code, (last, _) in EDUCATION_CODES.items())

PROGRAMME = "programme_then using (programme_id)"
PROFILE = "profile using (participant_id)"
EMPLOYER = f"({EMPLOYERS}) as first_employer on first_employer.organisation_id = judged.employer_id"

WITHOUT_JOB = f"when employer_id is null then '{NO_JOB}'"

NAMED_BY = {
    "programme_kind": ("programme_then.kind as programme_kind", PROGRAMME),
    "intervention_type": ("programme_then.intervention_type", PROGRAMME),
    "programme": ("programme_then.name as programme", PROGRAMME),
    "cohort": ("cohort_then.name as cohort", "cohort_then using (cohort_id)"),
    "region": ("region_of.region", f"({REGIONS}) as region_of on region_of.known_as = judged.municipality"),
    "start_year": (f"coalesce(to_char(judged.started_on, 'YYYY'), '{NOT_STARTED}') as start_year", None),
    "start_quarter": (f"coalesce(to_char(judged.started_on, 'YYYY\"-Q\"Q'), '{NOT_STARTED}') as start_quarter", None),
    "sector": (
        f"case {WITHOUT_JOB} else first_employer.nace_section end as sector",
        EMPLOYER,
    ),
    "employer_size": (
        f"case {WITHOUT_JOB} else first_employer.size end as employer_size",
        EMPLOYER,
    ),
    "gender": ("gender", PROFILE),
    "age_band": (f"case when birth_date <= {BEGAN_ON} then case {AGE_BAND} end end as age_band", PROFILE),
    "education": (f"case {EDUCATION_BAND} end as education", PROFILE),
    "residence_ground": ("residence_ground", PROFILE),
    "speaking_level": ("spoken.speaking_level", f"({SPEAKING}) as spoken on spoken.id = judged.id"),
}
"""The column of each name that the trajectory itself does not tell, and the join that it needs."""


def in_group(told: Collection[str]) -> str:
    """The CTE `in_group`: every judged trajectory with the names that are told of it."""
    named = [named_by for name, named_by in NAMED_BY.items() if name in told]
    columns = "".join(f", {column}" for column, _ in named)
    joins = "".join(f"\n    left join {join}" for join in dict.fromkeys(join for _, join in named if join))
    return f"""
in_group as (
    select judged.*{columns}
    from judged{joins}
)"""

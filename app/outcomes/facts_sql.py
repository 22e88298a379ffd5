"""The facts of a report, as SQL: what was known at `:known_at`, and nothing that is dated after `:as_of`.

Facts that can change are read from their twins, which hold every version with when it was known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.outcomes.stay_sql import STAYS
from app.rules.code_lists import PAID_WORK, EvidenceSource, SpellKind
from app.rules.evidence import STRENGTH

KNOWN = "known_from <= :known_at and :known_at < known_until"
STANDS = "recorded_at <= :known_at and (superseded_at is null or superseded_at > :known_at)"

"""Conditions on a version of a fact in a twin, and on a fact that only a correction can supersede."""

WAS_OF = """
was_of as (
    select distinct on (trajectory_id) trajectory_id, earlier_participant_id
    from trajectory_move
    where moved_at > :known_at
    order by trajectory_id, moved_at
)"""
"""Whose a trajectory was at `:known_at`, where it went over to another number of the same person afterwards."""


def whose(table: str) -> str:
    """A table of facts that are only ever superseded, joined with `was_of`."""
    return f"{table} left join was_of using (trajectory_id)"


def person_of(table: str) -> str:
    """Of whom such a fact was, by what was known."""
    return f"coalesce(was_of.earlier_participant_id, {table}.participant_id)"


STRENGTH_OF = " ".join(f"when '{source}' then {strength}" for source, strength in STRENGTH.items())


def facts(columns: str = "", other_kinds: Collection[SpellKind] = (), *, with_stays: bool = False) -> str:
    """The trajectories in scope and all that is known of the people in them.

    `columns` are more columns beside each placement; `other_kinds` are the kinds that count and are no paid work.
    With stays, each trajectory also tells of the stay in the programme that it is part of.
    """
    destination = "case when ended_on <= :as_of then destination end as destination," if with_stays else ""
    return f"""
{"trajectory_alone" if with_stays else "trajectory_in_scope"} as (
    select id, number, participant_id, programme_id, cohort_id, registered_on, {destination}
           coalesce(municipality_name, municipality_code) as municipality,
           case when decided_on <= :as_of and decision <> 'waiting' then decision end as decision,
           case when decided_on <= :as_of and decision <> 'waiting' then decided_on end as decided_on,
           case when screened_on <= :as_of then screened_on end as screened_on,
           case when started_on <= :as_of then started_on end as started_on,
           case when ended_on <= :as_of then ended_on end as ended_on,
           case when ended_on <= :as_of and 'deceased' in (destination, end_reason) then ended_on end as died_on
    from trajectory_history
    where {KNOWN} and registered_on <= :as_of
      and (cast(:programmes as uuid[]) is null or programme_id = any (:programmes))
      and (cast(:cohorts as uuid[]) is null or cohort_id = any (:cohorts))
      and (cast(:municipalities as text[]) is null or municipality_code = any (:municipalities))
),{STAYS if with_stays else ""}{WAS_OF},
person as (
    select distinct participant_id from trajectory_in_scope
),
death_at_work as (
    select participant_id, min(ends_on) as died_on
    from placement_history join person using (participant_id)
    where {KNOWN} and end_reason = 'deceased' and ends_on <= :as_of
    group by participant_id
),
spell as (
    select id, participant_id, trajectory_id, organisation_id, number, kind, occupation, hours, contract,
           starts_on,
           case when ends_on <= :as_of then ends_on end as ends_on,
           case coalesce(end_source, '{EvidenceSource.COACH}') {STRENGTH_OF} end as end_strength{columns}
    from placement_history join person using (participant_id)
    where {KNOWN} and kind in ({listed(PAID_WORK)}) and starts_on <= :as_of
),{_activities(columns, other_kinds)}
first_placement as (
    select distinct on (trajectory_id) *
    from spell
    order by trajectory_id, starts_on, number collate "C", id
),
placed_since_start as (
    select trajectory_id, min(starts_on) as placed_on
    from spell join (select id as trajectory_id, started_on from trajectory_in_scope) as own using (trajectory_id)
    where starts_on >= started_on
    group by trajectory_id
),
profile as (
    select id as participant_id, gender, birth_date, residence_ground, education, earlier_occupations, wished_sectors,
           wished_occupations, wished_hours
    from participant_profile_history
    where {KNOWN} and id in (select participant_id from person)
),
programme_then as (
    select id as programme_id, name, kind, intervention_type, target_occupations
    from programme_history where {KNOWN}
),
cohort_then as (
    select id as cohort_id, name from cohort_history where {KNOWN}
),
follow_up_without_answer as (
    select placement_id, month, state
    from follow_up_history join person using (participant_id)
    where {KNOWN} and state in ('refused', 'unreachable') and closed_on <= :as_of
)"""


def _activities(columns: str, kinds: Collection[SpellKind]) -> str:
    """The placements that are no paid work; nothing when none of them counts."""
    if not kinds:
        return ""
    return f"""
activity as (
    select id, participant_id, trajectory_id, organisation_id, number, starts_on,
           case when ends_on <= :as_of then ends_on end as ends_on{columns}
    from placement_history join person using (participant_id)
    where {KNOWN} and kind in ({listed(kinds)}) and starts_on <= :as_of
),"""


def listed(values: Iterable[str]) -> str:
    """Values of a closed list as a list of SQL strings."""
    return ", ".join(f"'{value}'" for value in sorted(values)) or "null"

"""Of how many people which facts were recorded or corrected after an edition, as SQL: one statement over the twins."""

from __future__ import annotations

from sqlalchemy import TextClause, text

from app.outcomes.facts_sql import WAS_OF, person_of, whose
from app.rules.changed_facts import ChangedFact

KNOWN_THEN = "known_from <= :since and :since < known_until"
KNOWN_NOW = "known_from <= :known_at and :known_at < known_until"
LATER = "recorded_at > :since and recorded_at <= :known_at"

COUNTED = {
    "trajectory": "registered_on, screened_on, decision, decided_on, started_on, ended_on, destination, end_reason, "
    "cohort_id, municipality_code, programme_id",
    "placement": "kind, organisation_id, occupation, hours, contract, starts_on, ends_on, end_source, end_reason, "
    "job_guarantee, job_guarantee_kept",
    "participant_profile": "gender, education, earlier_occupations, wished_sectors, wished_occupations, wished_hours",
}
"""The columns of a fact that reports read; a change of another one is no reason."""


def _late(table: str, fact: ChangedFact, day: str) -> str:
    return f"""
    select '{fact}', participant_id from {table}_history join person using (participant_id)
    where {KNOWN_NOW} and {day} <= :as_of
      and not exists (select from {table}_history as before where before.id = {table}_history.id and {KNOWN_THEN})"""


def _changed(table: str, fact: ChangedFact, person: str = "participant_id") -> str:
    columns = f"id as fact_id, {person} as participant_id, {COUNTED[table]}"
    return f"""
    select '{fact}', participant_id from (
        select {columns} from {table}_history where {KNOWN_THEN}
        except
        select {columns} from {table}_history where {KNOWN_NOW}
    ) as changed join person using (participant_id)"""


def _said(table: str, day: str, fact: ChangedFact, *, which: str = "true") -> str:
    return f"""
    select '{fact}', person.participant_id
    from {whose(table)} join person on person.participant_id = {person_of(table)}
    where {LATER} and {day} <= :as_of and {which}"""


CLOSED = f"""
    select '{ChangedFact.CLOSED_FOLLOW_UP}', participant_id from (
        (select id, participant_id, state from closed where {KNOWN_NOW}
         except select id, participant_id, state from closed where {KNOWN_THEN})
        union all
        (select id, participant_id, state from closed where {KNOWN_THEN}
         except select id, participant_id, state from closed where {KNOWN_NOW})
    ) as otherwise join person using (participant_id)"""

PARTS = (
    _late("trajectory", ChangedFact.LATE_TRAJECTORY, "registered_on"),
    _changed("trajectory", ChangedFact.CHANGED_TRAJECTORY),
    _late("placement", ChangedFact.LATE_PLACEMENT, "starts_on"),
    _changed("placement", ChangedFact.CHANGED_PLACEMENT),
    _said("observation", "observed_on", ChangedFact.NEW_ANSWER, which="supersedes_id is null"),
    _said("observation", "observed_on", ChangedFact.CORRECTED_ANSWER, which="supersedes_id is not null"),
    CLOSED,
    _said("rating", "rated_on", ChangedFact.NEW_RATING),
    _said("language_measurement", "measured_on", ChangedFact.NEW_MEASUREMENT),
    _changed("participant_profile", ChangedFact.CHANGED_PROFILE, "id"),
)

CHANGED_FACTS_STATEMENT: TextClause = text(
    f"""with
person as (
    select distinct participant_id from trajectory_history
    where (({KNOWN_THEN}) or ({KNOWN_NOW})) and registered_on <= :as_of
      and (cast(:programmes as uuid[]) is null or programme_id = any (:programmes))
      and (cast(:cohorts as uuid[]) is null or cohort_id = any (:cohorts))
      and (cast(:municipalities as text[]) is null or municipality_code = any (:municipalities))
),
{WAS_OF.lstrip()},
closed as (
    select id, participant_id, state, known_from, known_until from follow_up_history
    where state in ('refused', 'unreachable') and closed_on <= :as_of
),
reason (fact, participant_id) as ({" union all".join(PARTS)}
)
select fact, count(distinct participant_id) as people from reason group by fact
union all
select '', count(*) from person"""
)
"""Per fact the number of people; the empty fact is everyone in scope."""

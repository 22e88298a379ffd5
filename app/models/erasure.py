"""Erasing who somebody is: what is emptied, in the tables and in the twins that keep earlier versions.

It runs as the owner, because nobody else may write in a twin. What reports count is not in the list, so that every
earlier report comes back as it was.
"""

from collections.abc import Iterator, Mapping

from app.models.history import HISTORY
from app.models.who_acts import OWNER, TEAM
from app.rules.report_groups import AGE_CODES

AGE_BAND = (
    "case when {day} <= began_on then case "
    + " ".join(
        f"when began_on < {{day}} + interval '{below} years' then '{code}'" for code, (below, _) in AGE_CODES.items()
    )
    + " end end"
)
SAME_AGE_BANDS = (
    "(select min(day)::date from generate_series("
    "date_trunc('year', birth_date::timestamp), birth_date::timestamp, interval '1 day') as day "
    "where not exists (select from (select coalesce(started_on, registered_on) as began_on from trajectory_history "
    f"where participant_id = person) as known where {AGE_BAND.format(day='birth_date')} "
    f"is distinct from {AGE_BAND.format(day='day::date')}))"
)
"""The first day of the year of birth on which somebody would be in the same age bands: reports count those."""

EMPTIED: Mapping[str, Mapping[str, str]] = {
    "participant_profile": {
        "birth_date": SAME_AGE_BANDS,
        "ambitions": "null",
        "skills": "'[]'",
        "prior_learning": "'[]'",
    },
    "trajectory": {"decision_reason": "null", "end_note": "null"},
    "coaching_contact": {"note": "null", "topics": "'{}'"},
    "placement": {"job_title": "null", "end_note": "null"},
    "follow_up": {"reason": "null", "acknowledged_because": "null", "moved_because": "'-'"},
    "task": {"title": "'-'"},
    "language_support": {"provider": "null"},
    "workplace_support": {"note": "null"},
    "trajectory_event": {"reason": "null"},
    "assignment": {"reason": "null"},
    "circumstance": {"arrangement": "null"},
    "motivation_interview": {"note": "null"},
    "screening_decision": {"reason": "'-'", "conditions": "'{}'"},
    "observation": {"note": "null", "told_by": "null"},
    "confirmation_link": {"partial": "null"},
}
"""Table → column → what it becomes. A dash stands where the database asks for a text; what is unknown stays unknown."""

VERSIONED = frozenset(
    {
        "participant_profile",
        "trajectory",
        "coaching_contact",
        "placement",
        "follow_up",
        "task",
        "language_support",
        "workplace_support",
    }
)
"""Those of them that count their versions, so that nobody who read an earlier one writes it back."""

OF_THE_PERSON = (*(table for table in EMPTIED if table != "participant_profile"), "rating", "rating_request")

MESSAGES = (
    "update message set recipient = '-', subject = null, body = null, reply = null, version = version + 1, "
    "changed_at = moment, changed_by = eraser, state = case when state = 'waiting' then 'cancelled' else state end "
    "where participant_id = person",
    "update message set subject = null, body = null, reply = null, version = version + 1, changed_at = moment, "
    "changed_by = eraser where participant_id is null and coalesce(subject, body, reply) is not null "
    "and id in (select message_id from follow_up_request where participant_id = person)",
    "update follow_up_request set recipient = id::text where participant_id = person and asked_of = 'participant'",
)
"""What was sent to somebody or asked about them: the text goes, also where an employer was asked about others too."""

LINKS = (
    "update confirmation_link set revoked_at = moment where participant_id = person and revoked_at is null",
    "update rating_request set cancelled_at = coalesce(cancelled_at, moment), "
    "revoked_at = case when token_hash is not null then coalesce(revoked_at, moment) end, "
    "version = version + 1, changed_at = moment, changed_by = eraser "
    "where participant_id = person and answered_at is null",
    "update rating_request set revoked_at = moment, version = version + 1, changed_at = moment, changed_by = eraser "
    "where participant_id = person and answered_at is not null and token_hash is not null and revoked_at is null",
)
"""Every link about somebody stops, and no question what it is like at work is asked any more."""

LOG = (
    "update audit_event set reason = null, changes = case when changes ? 'birth_date' "
    """then changes || '{"birth_date": ["not shown", "not shown"]}' else changes end """
    "where (object_type, object_id) in (select 'participant', person "
    + " ".join(f"union all select '{table}', id from {table} where participant_id = person" for table in OF_THE_PERSON)
    + ") and (reason is not null or changes ? 'birth_date')"
)
"""The log keeps who did what and when; what was typed about somebody goes."""


def allow_erasing() -> Iterator[str]:
    """The function that empties what says who somebody is."""
    yield ERASE
    yield "revoke all on function erase_person(uuid, timestamptz) from public"
    yield f"grant execute on function erase_person(uuid, timestamptz) to {TEAM}, {OWNER}"


def _emptied() -> Iterator[str]:
    for table, columns in EMPTIED.items():
        key = "id" if table == "participant_profile" else "participant_id"
        says = (
            f"{column} {'<>' if text.startswith(QUOTE) else 'is not'} {text if text.startswith(QUOTE) else 'null'}"
            for column, text in columns.items()
        )
        told = " or ".join(says)
        emptied = [
            f"{column} = {f'case when {column} is not null then {text} end' if text == DASH else text}"
            for column, text in columns.items()
        ]
        stamp = ["version = version + 1", "changed_at = moment", "changed_by = eraser"] if table in VERSIONED else []
        yield f"update {table} set {', '.join((*emptied, *stamp))} where {key} = person and ({told})"
        if table in HISTORY:
            yield f"update {table}_history set {', '.join(emptied)} where {key} = person and ({told})"


DASH, QUOTE = "'-'", "'"
STATEMENTS = "".join(f"    {statement};\n" for statement in (*_emptied(), *MESSAGES, *LINKS, LOG))
ERASE = f"""
create function erase_person(person uuid, moment timestamptz) returns void language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    eraser uuid := nullif(current_setting('app.account', true), '')::uuid;
begin
    if not exists (
        select from participant
        where id = person and (current_setting('role') = '{OWNER}' or programme_ids <@ acting_programmes())
    ) then
        raise exception 'Whoever erases somebody is on the team of each of their programmes.'
            using errcode = 'insufficient_privilege';
    end if;
{STATEMENTS}end $$
"""

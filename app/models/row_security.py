"""Who may touch which rows: one policy per table and door, enforced by PostgreSQL.

Five database roles stand for five doors. `bestendig_owner` owns the tables, migrates them, and is the operator at the
command line. `bestendig_app` is the programme team and the administration. `bestendig_employer` is an employer, with
an account or with a link. `bestendig_participant` is a participant with a link. `bestendig_reports` reads facts without
names.

A policy compares a key that the row itself carries with a list that is worked out once per statement
(`select acting_…()`), which costs next to nothing. Nothing is granted that is not listed here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import SQLModel

from app.models.who_acts import EMPLOYER, ME, MY_LINK, MY_SESSION, OWNER, PARTICIPANT, REPORTS, TEAM

MY_PROGRAMMES = "(select acting_programmes())::uuid[]"
MY_EMPLOYERS = "(select acting_employers())::uuid[]"
ADMINISTRATOR = "(select acting_administrator())"
IN_MY_PROGRAMMES = f"programme_id = any ({MY_PROGRAMMES})"
ON_A_TEAM = f"{MY_PROGRAMMES} <> '{{}}'"
MY_MUNICIPALITY = f"id in (select organisation_id from membership where account_id = {ME} and role = 'municipality')"
MY_PLACEMENT = "placement_id = (select acting_link_placement())"
OF_MY_EMPLOYEE = f"placement_id in (select id from placement where organisation_id = any ({MY_EMPLOYERS}))"
MY_RATING_REQUEST = "(select acting_rating_request())"
MY_OWN_PLACEMENT = "(select acting_own_placement())"
IN_SCOPE = (
    "(programme_id = any ((select acting_report_programmes())::uuid[])"
    " or municipality_code = any ((select acting_municipalities())::text[]))"
)
OF_MY_RESIDENTS = "municipality_code = any ((select acting_municipalities())::text[])"
MAY_READ_ITS_OUTCOMES = f"programme_id = any ((select acting_report_programmes())::uuid[]) or {OF_MY_RESIDENTS}"
MAY_READ_ITS_METRICS = (
    f"{IN_MY_PROGRAMMES} or (not team_only and programme_id = any ((select acting_report_programmes())::uuid[]))"
)
KEPT_BY_ME = (
    f"{IN_MY_PROGRAMMES} or {OF_MY_RESIDENTS}"
    f" or (recorded_by = {ME} and programme_id = any ((select acting_report_programmes())::uuid[]))"
)
"""The team of the programme, the municipality about its residents, and who reads about the programme and saved it."""
MAY_KNOW_OF_PULL = (
    f"{ADMINISTRATOR} or account_id = {ME} or programme_ids && {MY_PROGRAMMES}"
    " or (fingerprint is not null and programme_ids <@ (select acting_report_programmes())::uuid[]"
    " and municipality_codes <@ (select acting_municipalities())::text[])"
)
"""Administrators, whoever asked, the team that it was about, and of what was published whoever may read as much."""
OF_SOMEBODY_IN_SCOPE = "{key} in (select participant_id from trajectory_history)"
MOVED_FROM_OR_TO_SOMEBODY_IN_SCOPE = " or ".join(
    OF_SOMEBODY_IN_SCOPE.format(key=key) for key in ("participant_id", "earlier_participant_id")
)
WAS_OF_SOMEBODY_IN_SCOPE = (
    f"{OF_SOMEBODY_IN_SCOPE.format(key='participant_id')} or participant_id in (select participant_id from"
    " trajectory_move)"
)
"""What is only ever superseded goes along with its trajectory; who could read of it before still can."""

EMPLOYEE_VIEW = (
    "create view employee with (security_barrier) as "
    "select placement.id as placement_id, participant.first_name, left(participant.last_name, 1) as initial "
    "from placement join participant on participant.id = placement.participant_id "
    f"where placement.organisation_id = any ({MY_EMPLOYERS}) or placement.id = (select acting_link_placement())"
)
"""All that an employer sees of a person: first name and initial. It runs as the owner, on purpose."""

WHO_DOES_WHAT_VIEW = (
    "create view who_does_what with (security_barrier) as "
    "select programme.id as programme_id, programme.name as programme, organisation.name as organisation, "
    "part.role, part.task from "
    "(select programme_id, organisation_id, role, task from programme_partner "
    "union all select id, lead_organisation_id, null, null from programme) as part "
    "join programme on programme.id = part.programme_id "
    "join organisation on organisation.id = part.organisation_id "
    "where part.programme_id = any ((select acting_partner_programmes())::uuid[])"
)
"""All that a partner sees of a programme: who takes part, and what each does; a role of NULL leads it.

It runs as the owner, on purpose: a partner sees neither the programme itself nor its funding.
"""
RATING_QUESTION_VIEW = (
    "create view rating_question with (security_barrier) as "
    "select rating_request.id as rating_request_id, participant.first_name, organisation.name as employer, "
    "placement.job_title "
    "from rating_request join participant on participant.id = rating_request.participant_id "
    "join placement on placement.id = rating_request.placement_id "
    "join organisation on organisation.id = placement.organisation_id "
    f"where rating_request.id = {MY_RATING_REQUEST}"
)
"""All that a participant's link shows: own first name, employer and job. It runs as the owner, on purpose."""

OWN_WORK_VIEW = (
    "create view own_work with (security_barrier) as "
    "select placement.id as placement_id, participant.first_name, organisation.name as employer, "
    "placement.job_title, placement.starts_on "
    "from placement join participant on participant.id = placement.participant_id "
    "join organisation on organisation.id = placement.organisation_id "
    f"where placement.id = {MY_OWN_PLACEMENT}"
)
"""What a participant's link to the question "do you still work there?" shows. It runs as the owner, on purpose."""

VIEWS = {
    EMPLOYEE_VIEW: ("employee", (EMPLOYER,)),
    WHO_DOES_WHAT_VIEW: ("who_does_what", (TEAM, EMPLOYER)),
    RATING_QUESTION_VIEW: ("rating_question", (PARTICIPANT,)),
    OWN_WORK_VIEW: ("own_work", (PARTICIPANT,)),
}
"""Each view with its name and who may read it."""


@dataclass(frozen=True, slots=True)
class Access:
    """What one database role may do with one table.

    `acts` are the SQL privileges, `rows` the condition on the rows, `new_rows` the condition on rows written or
    deleted when it differs. `columns` are those that may be read and `changes` those that may be updated, where that
    is not all; `hidden` are those that may not be read.
    """

    table: str
    role: str
    acts: tuple[str, ...]
    rows: str
    columns: tuple[str, ...] | None = None
    new_rows: str | None = None
    changes: tuple[str, ...] | None = None
    hidden: tuple[str, ...] = ()

    def readable(self) -> tuple[str, ...]:
        """The columns that may be read; empty when that is all of them."""
        if not self.hidden:
            return self.columns or ()
        twin = self.table.endswith("_history")
        declared = SQLModel.metadata.tables[self.table.removesuffix("_history")].columns.keys()
        every = (*(("known_from", "known_until") if twin else ()), *declared)
        return tuple(column for column in every if column not in self.hidden)


READ = ("select",)
ADD = ("select", "insert")
CHANGE = ("select", "insert", "update")
ALL = ("select", "insert", "update", "delete")

TEAM_FACTS = {
    "trajectory": CHANGE,
    "trajectory_event": ADD,
    "screening_test": CHANGE,
    "motivation_interview": CHANGE,
    "circumstance": CHANGE,
    "screening_decision": ADD,
    "task": CHANGE,
    "language_measurement": CHANGE,
    "language_support": CHANGE,
    "coaching_contact": CHANGE,
    "assignment": CHANGE,
    "group_session": CHANGE,
    "placement": CHANGE,
    "observation": CHANGE,
    "follow_up": CHANGE,
    "rating": CHANGE,
    "rating_request": CHANGE,
    "workplace_support": CHANGE,
    "confirmation_link": CHANGE,
    "employer_contact": CHANGE,
    "message": CHANGE,
    "follow_up_request": CHANGE,
    "message_template": ALL,
}
FREE_TEXT = (
    "acknowledged_because",
    "ambitions",
    "arrangement",
    "asking",
    "coach_name",
    "conditions",
    "coordinator_name",
    "decision_reason",
    "effective_elements",
    "end_note",
    "evaluation",
    "job_title",
    "moved_because",
    "note",
    "prior_learning",
    "provider",
    "reason",
    "scaling_criteria",
    "skills",
    "subject",
    "task",
    "title",
    "title_en",
    "told_by",
    "topics",
)
"""Columns in which somebody may have typed a name; reports never read them."""
ANSWERED_BY_LINK = ("answered_at", "observation_id", "partial", "opened_at", "renewed_at")
ENDED_BY_ANSWER = ("ends_on", "end_reason", "end_note", "end_source", "version", "changed_at", "changed_by")
SETTLED_BY_ANSWER = ("state", "closed_on", "reason", "answered_by", "version", "changed_at", "changed_by")
SIGN_IN_ACCOUNT = "email = (select nullif(current_setting('app.sign_in', true), ''))"

ACCESS: tuple[Access, ...] = (
    *(Access(table, TEAM, acts, IN_MY_PROGRAMMES) for table, acts in TEAM_FACTS.items()),
    *(
        Access(table, TEAM, CHANGE, f"programme_ids && {MY_PROGRAMMES}")
        for table in ("participant", "participant_profile")
    ),
    Access(
        "organisation",
        TEAM,
        CHANGE,
        f"{ON_A_TEAM} or {ADMINISTRATOR} or {MY_MUNICIPALITY}",
        new_rows=f"{ON_A_TEAM} or {ADMINISTRATOR}",
    ),
    Access("municipality", TEAM, READ, "true"),
    Access(
        "programme",
        TEAM,
        CHANGE,
        f"id = any ({MY_PROGRAMMES}) or id = any ((select acting_report_programmes())::uuid[]) or {ADMINISTRATOR}",
        new_rows=f"id = any ({MY_PROGRAMMES}) or {ADMINISTRATOR}",
    ),
    *(
        Access(table, TEAM, ALL, f"{IN_MY_PROGRAMMES} or {ADMINISTRATOR}")
        for table in ("programme_partner", "programme_funding")
    ),
    Access(
        "cohort",
        TEAM,
        CHANGE,
        f"{IN_MY_PROGRAMMES} or programme_id = any ((select acting_report_programmes())::uuid[]) or {ADMINISTRATOR}",
        new_rows=f"{IN_MY_PROGRAMMES} or {ADMINISTRATOR}",
    ),
    Access(
        "account",
        TEAM,
        CHANGE,
        f"id = {ME} or {ADMINISTRATOR} or {SIGN_IN_ACCOUNT} or id = any ((select acting_colleagues())::uuid[])",
        new_rows=f"id = {ME} or {ADMINISTRATOR}",
    ),
    Access(
        "credential",
        TEAM,
        CHANGE,
        f"account_id = {ME} or {ADMINISTRATOR} or account_id = (select id from account where {SIGN_IN_ACCOUNT})",
    ),
    Access(
        "membership",
        TEAM,
        ALL,
        f"account_id = {ME} or {IN_MY_PROGRAMMES} or {ADMINISTRATOR}",
        new_rows=ADMINISTRATOR,
    ),
    Access("sign_in_session", TEAM, ALL, f"account_id = {ME} or {MY_SESSION}"),
    Access(
        "api_token",
        TEAM,
        CHANGE,
        f"account_id = {ME} or {ADMINISTRATOR} or {MY_SESSION}",
        new_rows=f"account_id = {ME} or {ADMINISTRATOR}",
    ),
    Access(
        "audit_event",
        TEAM,
        ADD,
        f"{ADMINISTRATOR} or {IN_MY_PROGRAMMES} or account_id = {ME}",
        new_rows=f"account_id = {ME}",
    ),
    Access(
        "outcome_report",
        TEAM,
        ALL,
        MAY_READ_ITS_OUTCOMES,
        new_rows=KEPT_BY_ME,
    ),
    Access(
        "outcome_edition",
        TEAM,
        ADD,
        MAY_READ_ITS_OUTCOMES,
        new_rows=KEPT_BY_ME,
    ),
    Access("own_metric", TEAM, CHANGE, MAY_READ_ITS_METRICS, new_rows=IN_MY_PROGRAMMES),
    Access("own_metric_history", TEAM, READ, MAY_READ_ITS_METRICS),
    Access("import_run", TEAM, ALL, f"account_id = {ME}"),
    Access("periodic_run", TEAM, READ, f"{ON_A_TEAM} or {ADMINISTRATOR}"),
    Access("outcome_pull", TEAM, ADD, MAY_KNOW_OF_PULL, new_rows=f"account_id = {ME}"),
    Access("consistency_finding", TEAM, READ, f"{IN_MY_PROGRAMMES} or {ADMINISTRATOR}"),
    # An employer, with an account or with a link.
    Access("account", EMPLOYER, READ, f"id = {ME}"),
    Access("membership", EMPLOYER, READ, f"account_id = {ME}"),
    Access(
        "organisation",
        EMPLOYER,
        READ,
        f"id = any ({MY_EMPLOYERS}) or id = (select acting_link_organisation())",
    ),
    Access(
        "placement",
        EMPLOYER,
        ("select", "update"),
        f"organisation_id = any ({MY_EMPLOYERS}) or id = (select acting_link_placement())",
        changes=ENDED_BY_ANSWER,
    ),
    Access(
        "follow_up",
        EMPLOYER,
        ("select", "update"),
        f"organisation_id = any ({MY_EMPLOYERS}) or {MY_PLACEMENT}",
        changes=SETTLED_BY_ANSWER,
    ),
    Access(
        "confirmation_link",
        EMPLOYER,
        ("select", "update"),
        f"asked_of = 'employer' and (organisation_id = any ({MY_EMPLOYERS}) or {MY_LINK}"
        " or follow_up_id = (select acting_link_follow_up()))",
        changes=ANSWERED_BY_LINK,
    ),
    Access(
        "observation",
        EMPLOYER,
        CHANGE,
        "source = 'employer' and placement_id in (select id from placement)",
        changes=("superseded_at",),
    ),
    Access(
        "rating",
        EMPLOYER,
        CHANGE,
        "rated_by = 'employer' and placement_id in (select id from placement)",
        changes=("superseded_at",),
    ),
    Access(
        "rating_request",
        EMPLOYER,
        ("select", "update"),
        "rated_by = 'employer' and placement_id in (select id from placement)",
        changes=("answered_at", "version", "changed_at", "changed_by"),
    ),
    Access(
        "workplace_support",
        EMPLOYER,
        CHANGE,
        OF_MY_EMPLOYEE,
        new_rows=f"source = 'employer' and {OF_MY_EMPLOYEE}",
        changes=("state", "starts_on", "ends_on", "source", "version", "changed_at", "changed_by"),
        hidden=("note",),
    ),
    Access("audit_event", EMPLOYER, ("insert",), f"account_id is not distinct from {ME}"),
    # A participant with a link: the one question that it asks, and the answers to that.
    Access(
        "rating_request",
        PARTICIPANT,
        ("select", "update"),
        f"id = {MY_RATING_REQUEST}",
        changes=("answered_at", "asked_in", "version", "changed_at", "changed_by"),
    ),
    Access(
        "rating",
        PARTICIPANT,
        CHANGE,
        f"rated_by = 'participant' and rating_request_id = {MY_RATING_REQUEST}",
        changes=("superseded_at",),
    ),
    # A participant with a link: the one job that it asks about, and what was answered to that.
    Access(
        "confirmation_link",
        PARTICIPANT,
        ("select", "update"),
        f"asked_of = 'participant' and ({MY_LINK} or follow_up_id = (select acting_own_follow_up()))",
        changes=ANSWERED_BY_LINK,
    ),
    Access("placement", PARTICIPANT, ("select", "update"), f"id = {MY_OWN_PLACEMENT}", changes=ENDED_BY_ANSWER),
    Access(
        "follow_up",
        PARTICIPANT,
        ("select", "update"),
        f"placement_id = {MY_OWN_PLACEMENT}",
        changes=SETTLED_BY_ANSWER,
    ),
    Access(
        "observation",
        PARTICIPANT,
        CHANGE,
        f"source = 'participant' and placement_id = {MY_OWN_PLACEMENT}",
        changes=("superseded_at",),
    ),
    Access("audit_event", PARTICIPANT, ("insert",), "account_id is null"),
    # Reports: facts without names, of the programmes and municipalities in scope.
    Access("trajectory_history", REPORTS, READ, IN_SCOPE, hidden=FREE_TEXT),
    *(
        Access(table, REPORTS, READ, OF_SOMEBODY_IN_SCOPE.format(key=key), hidden=FREE_TEXT)
        for table, key in {
            "placement_history": "participant_id",
            "follow_up_history": "participant_id",
            "coaching_contact_history": "participant_id",
            "participant_profile_history": "id",
        }.items()
    ),
    *(
        Access(table, REPORTS, READ, WAS_OF_SOMEBODY_IN_SCOPE, hidden=FREE_TEXT)
        for table in ("observation", "rating", "language_measurement", "screening_decision")
    ),
    Access("trajectory_move", REPORTS, READ, MOVED_FROM_OR_TO_SOMEBODY_IN_SCOPE),
    Access("programme_history", REPORTS, READ, "true", hidden=FREE_TEXT),
    Access(
        "programme",
        REPORTS,
        READ,
        "true",
        columns=("id", "name", "kind", "intervention_type", "follow_up_months"),
    ),
    Access("cohort", REPORTS, READ, "true", columns=("id", "programme_id", "name", "starts_on", "ends_on")),
    Access("organisation", REPORTS, READ, "true", columns=("id", "nace_section", "size")),
    Access("cohort_history", REPORTS, READ, "true", columns=("known_from", "known_until", "id", "name")),
    Access(
        "organisation_history",
        REPORTS,
        READ,
        "true",
        columns=("known_from", "known_until", "id", "nace_section", "size"),
    ),
    Access("municipality", REPORTS, READ, "true"),
)


def protect(table: str) -> Iterator[str]:
    """Row security on one table, and its policies and grants."""
    yield f"alter table {table} enable row level security"
    yield f"alter table {table} force row level security"
    yield f"create policy {table}_operator on {table} to {OWNER} using (true) with check (true)"
    for access in ACCESS:
        if access.table == table:
            yield from _allow(access)


def _allow(access: Access) -> Iterator[str]:
    for act in access.acts:
        columns = ""
        if act == "select" and access.readable():
            columns = f" ({', '.join(access.readable())})"
        if act == "update" and access.changes:
            columns = f" ({', '.join(access.changes)})"
        yield f"grant {act}{columns} on {access.table} to {access.role}"
    door = access.role.removeprefix("bestendig_")
    written = access.new_rows or access.rows
    for act in access.acts:
        using = "" if act == "insert" else f" using ({written if act == 'delete' else access.rows})"
        check = f" with check ({written})" if act in ("insert", "update") else ""
        yield f"create policy {access.table}_{door}_{act} on {access.table} for {act} to {access.role}{using}{check}"

"""Who is acting: the database roles, the settings of a transaction, and the functions by which policies ask.

The functions run as the owner, so that a policy never has to ask another policy, and are worked out once per statement.
"""

from collections.abc import Iterator

OWNER = "bestendig_owner"
TEAM = "bestendig_app"
EMPLOYER = "bestendig_employer"
PARTICIPANT = "bestendig_participant"
REPORTS = "bestendig_reports"
ROLES = (OWNER, TEAM, EMPLOYER, PARTICIPANT, REPORTS)

ME = "(select nullif(current_setting('app.account', true), '')::uuid)"
MY_SESSION = "token_hash = (select nullif(current_setting('app.session', true), ''))"
MY_LINK = "token_hash = (select nullif(current_setting('app.link', true), ''))"

FUNCTIONS = {
    "acting_programmes": (
        "uuid[]",
        "the programmes of whose team the acting account is",
        "select coalesce(array_agg(distinct programme_id), '{}') from membership "
        f"where account_id = {ME} and role in ('coordinator', 'coach')",
    ),
    "acting_employers": (
        "uuid[]",
        "the employers that the acting account works for",
        "select coalesce(array_agg(distinct organisation_id), '{}') from membership "
        f"where account_id = {ME} and role = 'employer'",
    ),
    "acting_report_programmes": (
        "uuid[]",
        "the programmes whose outcomes the acting account may read",
        "select coalesce(array_agg(distinct programme_id), '{}') from membership "
        f"where account_id = {ME} and role in ('coordinator', 'coach', 'municipality') and programme_id is not null",
    ),
    "acting_municipalities": (
        "text[]",
        "the CBS codes of the municipalities whose residents' outcomes the acting account may read",
        "select coalesce(array_agg(distinct municipality_code), '{}') "
        "from membership join organisation on organisation.id = organisation_id "
        f"where account_id = {ME} and role = 'municipality' and programme_id is null and municipality_code is not null",
    ),
    "acting_partner_programmes": (
        "uuid[]",
        "the programmes in which an organisation that the acting account works for takes part",
        "select coalesce(array_agg(distinct part.programme_id), '{}') from membership join "
        "(select programme_id, organisation_id from programme_partner "
        "union select id, lead_organisation_id from programme) as part using (organisation_id) "
        f"where account_id = {ME} and role in ('employer', 'municipality')",
    ),
    "acting_administrator": (
        "boolean",
        "whether the acting account administers the installation",
        f"select exists (select from membership where account_id = {ME} and role = 'administrator')",
    ),
    "acting_colleagues": (
        "uuid[]",
        "the accounts that share a programme with the acting account",
        "select coalesce(array_agg(distinct account_id), '{}') from membership where programme_id = any "
        "(array(select programme_id from membership "
        f"where account_id = {ME} and role in ('coordinator', 'coach')))",
    ),
    "acting_holder": (
        "table (account_id uuid, display_name text, role text, organisation_id uuid, programme_id uuid, "
        "municipality_code text)",
        "the account that the cookie or token at hand was given to, unless closed: a row per membership, at least one",
        "select account.id, display_name, role, organisation_id, programme_id, municipality_code "
        "from account left join membership on membership.account_id = account.id "
        "left join organisation on organisation.id = organisation_id "
        "where closed_at is null and account.id in ("
        f"select account_id from sign_in_session where {MY_SESSION} "
        f"union all select account_id from api_token where {MY_SESSION})",
    ),
    "acting_link_organisation": (
        "uuid",
        "the employer that the link at hand was made for",
        f"select organisation_id from confirmation_link where {MY_LINK} and asked_of = 'employer'",
    ),
    "acting_link_placement": (
        "uuid",
        "the placement that the link at hand asks its employer about",
        f"select placement_id from confirmation_link where {MY_LINK} and asked_of = 'employer'",
    ),
    "acting_link_follow_up": (
        "uuid",
        "the follow-up that the link at hand asks its employer about",
        f"select follow_up_id from confirmation_link where {MY_LINK} and asked_of = 'employer'",
    ),
    "acting_own_placement": (
        "uuid",
        "the placement that the link at hand asks the participant about",
        f"select placement_id from confirmation_link where {MY_LINK} and asked_of = 'participant'",
    ),
    "acting_own_follow_up": (
        "uuid",
        "the follow-up that the link at hand asks the participant about",
        f"select follow_up_id from confirmation_link where {MY_LINK} and asked_of = 'participant'",
    ),
    "background_runs": (
        "table (task text, silent_for interval)",
        "how long ago each piece of periodic work was last done well",
        "select task, clock_timestamp() - finished_at from periodic_run where finished_at is not null",
    ),
    "acting_rating_request": (
        "uuid",
        "the rating request that the participant answers with the link at hand",
        f"select id from rating_request where {MY_LINK}",
    ),
}
"""Name → (type, what it returns, SQL). They run as the owner: policies must not ask each other in a circle."""

AT_THE_PARTICIPANTS_DOOR = frozenset({"acting_rating_request", "acting_own_placement", "acting_own_follow_up"})
"""Functions for participants with a link, who may call no other; nobody else may call these."""


def acting_functions() -> Iterator[str]:
    """The functions by which policies ask who is acting."""
    for name, (kind, purpose, body) in FUNCTIONS.items():
        yield (
            f"create function {name}() returns {kind} language sql stable security definer "
            f"set search_path = pg_catalog, public as $$ {body} $$"
        )
        yield f"comment on function {name}() is '{purpose.replace(chr(39), chr(39) * 2)}'"
        yield f"revoke all on function {name}() from public"
        doors = (PARTICIPANT,) if name in AT_THE_PARTICIPANTS_DOOR else (TEAM, EMPLOYER, REPORTS)
        yield f"grant execute on function {name}() to {', '.join((*doors, OWNER))}"

"""The programme team, the administration, and the municipality that signs in."""

from app.models.row_security.access import ADD, ALL, CHANGE, READ, Access
from app.models.row_security.conditions import (
    ADMINISTRATOR,
    IN_MY_PROGRAMMES,
    KEPT_BY_ME,
    MAY_KNOW_OF_PULL,
    MAY_READ_ITS_METRICS,
    MAY_READ_ITS_OUTCOMES,
    MY_MUNICIPALITY,
    MY_PROGRAMMES,
    OF_A_PULL_I_KNOW_OF,
    ON_A_TEAM,
    SIGN_IN_ACCOUNT,
)
from app.models.who_acts import ME, MY_SESSION, TEAM

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
TEAM_ACCESS: tuple[Access, ...] = (
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
    Access("published_table", TEAM, ADD, OF_A_PULL_I_KNOW_OF),
    Access("consistency_finding", TEAM, READ, f"{IN_MY_PROGRAMMES} or {ADMINISTRATOR}"),
)

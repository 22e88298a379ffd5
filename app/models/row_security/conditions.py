"""The conditions on rows that several policies share: each is SQL about one row and about who acts."""

from app.models.who_acts import ME

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
OF_A_PULL_I_KNOW_OF = "pull_id in (select id from outcome_pull)"
OF_SOMEBODY_IN_SCOPE = "{key} in (select participant_id from trajectory_history)"
MOVED_FROM_OR_TO_SOMEBODY_IN_SCOPE = " or ".join(
    OF_SOMEBODY_IN_SCOPE.format(key=key) for key in ("participant_id", "earlier_participant_id")
)
WAS_OF_SOMEBODY_IN_SCOPE = (
    f"{OF_SOMEBODY_IN_SCOPE.format(key='participant_id')} or participant_id in (select participant_id from"
    " trajectory_move)"
)
"""What is only ever superseded goes along with its trajectory; who could read of it before still can."""
SIGN_IN_ACCOUNT = "email = (select nullif(current_setting('app.sign_in', true), ''))"

"""An employer, with an account or with a link."""

from app.models.row_security.access import CHANGE, READ, Access
from app.models.row_security.answer_columns import ANSWERED_BY_LINK, ENDED_BY_ANSWER, SETTLED_BY_ANSWER
from app.models.row_security.conditions import MY_EMPLOYERS, MY_PLACEMENT, OF_MY_EMPLOYEE
from app.models.who_acts import EMPLOYER, ME, MY_LINK

EMPLOYER_ACCESS: tuple[Access, ...] = (
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
)

"""A participant with a link."""

from app.models.row_security.access import CHANGE, Access
from app.models.row_security.answer_columns import ANSWERED_BY_LINK, ENDED_BY_ANSWER, SETTLED_BY_ANSWER
from app.models.row_security.conditions import MY_OWN_PLACEMENT, MY_RATING_REQUEST
from app.models.who_acts import MY_LINK, PARTICIPANT

PARTICIPANT_ACCESS: tuple[Access, ...] = (
    # The one question that it asks, and the answers to that.
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
    # The one job that it asks about, and what was answered to that.
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
)

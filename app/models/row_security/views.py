"""What a door sees of other tables: views of a few columns, which run as the owner on purpose."""

from app.models.row_security.conditions import MY_EMPLOYERS, MY_OWN_PLACEMENT, MY_RATING_REQUEST
from app.models.who_acts import EMPLOYER, PARTICIPANT, TEAM

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

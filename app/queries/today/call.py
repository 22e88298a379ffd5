"""Follow-ups that were asked as often as they are, without an answer: now somebody calls."""

from app.queries.askable_follow_ups import RESPONDED
from app.queries.today.desk_part import DeskPart, TaskKind
from app.rules.asking_schedule import PAUSE_DAYS, TIMES_AT_MOST
from app.rules.follow_up_schedule import CLOSES_AFTER

TO_CALL = f"""
    follow_up.state = 'asked'
    AND follow_up.acknowledged_on IS NULL
    AND follow_up.due_on BETWEEN CAST(:today AS date) - {CLOSES_AFTER.days} AND CAST(:today AS date)
    AND follow_up.times_asked >= coalesce(CAST(asking.policy ->> 'timesAtMost' AS integer), {TIMES_AT_MOST})
    AND follow_up.last_asked_on + coalesce(CAST(asking.policy ->> 'pauseDays' AS integer), {PAUSE_DAYS})
        <= CAST(:today AS date)
    AND NOT {RESPONDED}
"""
"""In a statement with `follow_up`, and `asking.policy` of its programme."""

CALL = DeskPart(
    kind=TaskKind.CALL,
    lines=f"""
        SELECT follow_up.trajectory_id, follow_up.programme_id, follow_up.id, follow_up.closes_on, coach_id,
            coordinator_id
        FROM follow_up
        JOIN (SELECT id, asking AS policy FROM programme) AS asking ON asking.id = follow_up.programme_id
        JOIN trajectory ON trajectory.id = follow_up.trajectory_id
        WHERE {TO_CALL}
    """,
    facts="""
        (
            SELECT json_build_object(
                'month', follow_up.month, 'timesAsked', follow_up.times_asked, 'lastAskedOn', follow_up.last_asked_on,
                'closesOn', follow_up.closes_on, 'employer', organisation.name, 'contact', contact.name,
                'phone', contact.phone
            )
            FROM follow_up
            JOIN placement ON placement.id = follow_up.placement_id
            LEFT JOIN organisation ON organisation.id = follow_up.organisation_id
            LEFT JOIN employer_contact AS contact ON contact.id = placement.contact_id
            WHERE follow_up.id = shown.subject_id
        )
    """,
)

"""Follow-ups that wait for an answer."""

from app.queries.today.call import TO_CALL
from app.queries.today.desk_part import DeskPart, TaskKind
from app.queries.today.half_answer import HALF_ANSWERED

FOLLOW_UP = DeskPart(
    kind=TaskKind.FOLLOW_UP,
    lines=f"""
        SELECT id, NULL, NULL, next_follow_up_on, coach_id, coordinator_id
        FROM trajectory
        WHERE next_follow_up_on <= CAST(:today AS date) + 14 AND NOT EXISTS (
            SELECT FROM follow_up
            JOIN (SELECT id, asking AS policy FROM programme) AS asking ON asking.id = follow_up.programme_id
            WHERE follow_up.trajectory_id = trajectory.id AND follow_up.due_on = trajectory.next_follow_up_on
                AND ({TO_CALL} OR {HALF_ANSWERED})
        )
    """,
    facts="""
        (
            SELECT json_build_object(
                'month', month, 'dueOn', due_on, 'closesOn', closes_on, 'employer', organisation.name,
                'timesAsked', times_asked, 'lastAskedOn', last_asked_on,
                'hasContact', (SELECT contact_id IS NOT NULL FROM placement WHERE placement.id = follow_up.placement_id)
            )
            FROM follow_up
            LEFT JOIN organisation ON organisation.id = follow_up.organisation_id
            WHERE follow_up.trajectory_id = shown.trajectory_id AND follow_up.state IN ('planned', 'due', 'asked')
              AND follow_up.acknowledged_on IS NULL
            ORDER BY closes_on < CAST(:today AS date), due_on
            LIMIT 1
        )
    """,
)

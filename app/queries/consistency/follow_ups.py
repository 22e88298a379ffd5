"""Follow-ups that were not opened, asked, answered or closed as they should."""

from app.queries.consistency.check import Check
from app.queries.follow_ups_out_of_step import OUT_OF_STEP

OUT_OF_STEP_WITH_PLAN = Check(
    name="out_of_step",
    about="trajectory",
    found=f"SELECT DISTINCT programme_id, trajectory_id FROM ({OUT_OF_STEP.text}) AS out_of_step",
)
PAST_ITS_TIME = Check(
    name="past_its_time",
    about="follow_up",
    found="""
        SELECT programme_id, id FROM follow_up
        WHERE (state IN ('planned', 'due', 'asked') AND closes_on < CAST(:today AS date) - 1)
            OR (state = 'planned' AND opens_on < CAST(:today AS date) - 1)
    """,
)
ASKED_WITHOUT_MESSAGE = Check(
    name="asked_without_message",
    about="follow_up",
    found="""
        SELECT programme_id, id FROM follow_up
        WHERE state = 'asked'
            AND NOT EXISTS (
                SELECT FROM follow_up_request AS request
                WHERE request.follow_up_id = follow_up.id AND request.dropped_at IS NULL
            )
            AND NOT EXISTS (SELECT FROM confirmation_link AS link WHERE link.follow_up_id = follow_up.id)
    """,
)
ANSWERED_WITHOUT_ANSWER = Check(
    name="answered_without_answer",
    about="follow_up",
    found="""
        SELECT follow_up.programme_id, follow_up.id
        FROM follow_up
        JOIN placement ON placement.id = follow_up.placement_id
        LEFT JOIN observation ON observation.id = follow_up.answered_by
        WHERE follow_up.state = 'answered'
            AND CASE
                WHEN observation.id IS NULL THEN placement.ends_on IS NULL OR placement.ends_on < follow_up.due_on
                ELSE observation.superseded_at IS NOT NULL OR observation.participant_id <> follow_up.participant_id
            END
    """,
)
FOLLOW_UP_CHECKS = (OUT_OF_STEP_WITH_PLAN, PAST_ITS_TIME, ASKED_WITHOUT_MESSAGE, ANSWERED_WITHOUT_ANSWER)

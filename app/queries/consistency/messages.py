"""Messages that stay where they are, went out twice, or carry a link that must not work."""

from app.queries.consistency.check import Check

ASKED_TWICE = Check(
    name="asked_twice",
    about="follow_up",
    found="""
        SELECT DISTINCT programme_id, follow_up_id
        FROM (
            SELECT request.programme_id, request.follow_up_id, message.sent_at,
                   lag(message.sent_at) OVER (PARTITION BY request.follow_up_id, request.recipient
                                              ORDER BY message.sent_at) AS before
            FROM follow_up_request AS request
            JOIN message ON message.id = request.message_id
            WHERE message.sent_at IS NOT NULL AND request.dropped_at IS NULL
        ) AS sent
        WHERE sent_at < before + interval '1 day'
    """,
)
MESSAGE_STUCK = Check(
    name="message_stuck",
    about="message",
    found="""
        SELECT programme_id, id FROM message
        WHERE (state IN ('sending', 'handing_over') AND claimed_at < clock_timestamp() - interval '1 hour')
            OR (state = 'waiting' AND attempts > 0 AND not_before < CAST(:now AS timestamptz) - interval '1 day')
    """,
)
LINK_AFTER_DEATH = Check(
    name="link_after_death",
    about="confirmation_link",
    found="""
        SELECT link.programme_id, link.id
        FROM confirmation_link AS link
        WHERE revoked_at IS NULL AND answered_at IS NULL AND expires_at > CAST(:now AS timestamptz)
            AND (
                EXISTS (
                    SELECT FROM placement
                    WHERE placement.participant_id = link.participant_id AND end_reason = 'deceased'
                )
                OR EXISTS (
                    SELECT FROM trajectory
                    WHERE trajectory.participant_id = link.participant_id AND 'deceased' IN (end_reason, destination)
                )
            )
    """,
)
MESSAGE_CHECKS = (ASKED_TWICE, MESSAGE_STUCK, LINK_AFTER_DEATH)

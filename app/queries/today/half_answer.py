"""Answers that prove nothing yet, and wishes for a new link that nobody could be sent: somebody of the team calls."""

from app.queries.today.desk_part import DeskPart, TaskKind
from app.rules.link_state import RENEWED_WITHIN
from app.rules.work_answer import STRANGER

STRANGERS = ", ".join(f"'{sentence}'" for sentence in STRANGER.values())
PARTLY_ANSWERED = """EXISTS (
    SELECT FROM confirmation_link AS link WHERE link.follow_up_id = follow_up.id AND link.partial IS NOT NULL
)"""
HALF_ANSWERED = f"({PARTLY_ANSWERED} OR follow_up.reason IN ({STRANGERS}))"
"""Whether somebody answered a follow-up with something that is for the team, in a statement with `follow_up`."""

WAITS = "follow_up.state IN ('planned', 'due', 'asked', 'unanswered') AND follow_up.acknowledged_on IS NULL"
LEFT = """link.partial IS NOT NULL
    AND coalesce(follow_up.state <> 'cancelled' AND follow_up.acknowledged_on IS NULL, true)
    AND EXISTS (SELECT FROM placement WHERE placement.id = link.placement_id AND placement.ends_on IS NULL)"""
WANTS_LINK = f"""link.renewed_at > CAST(:today AS date) - {RENEWED_WITHIN.days} AND link.renewal_id IS NULL
    AND link.asked_of = 'employer' AND contact.id IS NULL AND coalesce({WAITS}, true)"""
CONTACT = """employer_contact AS contact ON contact.bounced_at IS NULL
    AND contact.id = (SELECT contact_id FROM placement WHERE placement.id = link.placement_id)"""

HALF_ANSWER = DeskPart(
    kind=TaskKind.HALF_ANSWER,
    lines=f"""
        SELECT trajectory_id, NULL, placement_id, min(said.day), coach_id, coordinator_id
        FROM (
            SELECT link.trajectory_id, link.placement_id, CAST(link.recorded_at AS date) AS day
            FROM confirmation_link AS link
            LEFT JOIN follow_up ON follow_up.id = link.follow_up_id
            WHERE {LEFT}
            UNION ALL
            SELECT follow_up.trajectory_id, follow_up.placement_id, follow_up.due_on
            FROM follow_up
            WHERE follow_up.state IN ('planned', 'due', 'asked') AND {WAITS} AND follow_up.reason IN ({STRANGERS})
            UNION ALL
            SELECT link.trajectory_id, link.placement_id, CAST(link.renewed_at AS date)
            FROM confirmation_link AS link
            LEFT JOIN follow_up ON follow_up.id = link.follow_up_id
            LEFT JOIN {CONTACT}
            WHERE {WANTS_LINK}
        ) AS said
        JOIN trajectory ON trajectory.id = said.trajectory_id
        GROUP BY trajectory_id, placement_id, coach_id, coordinator_id
    """,
    facts=f"""
        (
            SELECT json_build_object(
                'employer', organisation.name,
                'left', (
                    SELECT min(link.asked_of) FROM confirmation_link AS link
                    LEFT JOIN follow_up ON follow_up.id = link.follow_up_id
                    WHERE link.placement_id = placement.id AND {LEFT}
                ),
                'stranger', (
                    SELECT min(follow_up.reason) FROM follow_up
                    WHERE follow_up.placement_id = placement.id AND {WAITS} AND follow_up.reason IN ({STRANGERS})
                )
            )
            FROM placement
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE placement.id = shown.subject_id
        )
    """,
)

"""The contacts with the coach, in person and in a group, and the appointment that was made last."""

from app.queries.story.story_part import StoryKind, StoryPart

GUIDANCE = StoryPart(
    StoryKind.GUIDANCE,
    """
    SELECT contacted_on, contact.recorded_at, 'contact',
           json_build_object(
               'kind', contact.kind, 'attendance', attendance, 'minutes', contact.minutes,
               'topics', contact.topics, 'session', session.subject
           ),
           note, contact.recorded_by
    FROM told
    JOIN coaching_contact AS contact ON contact.trajectory_id = told.id
    LEFT JOIN group_session AS session ON session.id = contact.group_session_id
    UNION ALL
    SELECT told.next_contact_on, told.recorded_at, 'appointment', '{}'::json, NULL, NULL
    FROM told
    WHERE told.next_contact_on IS NOT NULL
    """,
)

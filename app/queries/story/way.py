"""The way through the programme: its steps, its phases, and who guided somebody."""

from app.queries.story.story_part import StoryKind, StoryPart

WAY = StoryPart(
    StoryKind.WAY,
    """
    SELECT told.registered_on, told.recorded_at, 'registered', '{}'::json, NULL, told.recorded_by
    FROM told
    UNION ALL
    SELECT event.on_date, event.recorded_at, CASE WHEN event.phase IS NULL THEN 'step' ELSE 'phase' END,
           json_build_object('state', event.to_state, 'phase', event.phase), event.reason, event.recorded_by
    FROM told
    JOIN trajectory_event AS event ON event.trajectory_id = told.id
    UNION ALL
    SELECT known.day, told.recorded_at, known.what, '{}'::json, known.more, told.recorded_by
    FROM told
    CROSS JOIN LATERAL (
        VALUES ('decided', told.decided_on, told.decision_reason),
               ('started', told.started_on, NULL),
               ('ended', told.ended_on, told.end_note)
    ) AS known (what, day, more)
    WHERE known.day IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM trajectory_event AS event WHERE event.trajectory_id = told.id AND event.phase IS NULL
      )
    UNION ALL
    SELECT from_on, assignment.recorded_at, 'assigned',
           json_build_object('role', role, 'somebody', coalesce(assignment.display_name, account.display_name)),
           reason, assignment.recorded_by
    FROM told
    JOIN assignment ON assignment.trajectory_id = told.id
    LEFT JOIN account ON account.id = assignment.account_id
    """,
)

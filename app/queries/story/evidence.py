"""What was said about work, by whom, and the questions that wait or were given up."""

from app.queries.story.story_part import StoryKind, StoryPart

EVIDENCE = StoryPart(
    StoryKind.EVIDENCE,
    """
    SELECT observed_on, said.recorded_at, 'observed',
           json_build_object('inPaidWork', in_paid_work, 'source', source), note, said.recorded_by
    FROM told
    JOIN observation AS said ON said.participant_id = told.participant_id
    WHERE said.superseded_at IS NULL
    UNION ALL
    SELECT coalesce(closed_on, due_on), asked.changed_at,
           CASE WHEN asked.state IN ('unreachable', 'refused', 'unanswered') THEN 'given_up' ELSE 'to_be_asked' END,
           json_build_object('month', month, 'employer', organisation.name, 'state', asked.state),
           asked.reason, CASE WHEN asked.closed_on IS NOT NULL THEN asked.changed_by END
    FROM told
    JOIN follow_up AS asked ON asked.trajectory_id = told.id
    JOIN organisation ON organisation.id = asked.organisation_id
    WHERE asked.state NOT IN ('answered', 'cancelled')
    """,
)

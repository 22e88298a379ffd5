"""What the screening found, and what was decided."""

from app.queries.story.story_part import StoryKind, StoryPart

SCREENING = StoryPart(
    StoryKind.SCREENING,
    """
    SELECT taken_on, test.recorded_at, 'test',
           json_build_object('instrument', instrument, 'score', score, 'outOf', out_of), NULL, test.recorded_by
    FROM told
    JOIN screening_test AS test ON test.trajectory_id = told.id
    WHERE test.superseded_at IS NULL
    UNION ALL
    SELECT held_on, interview.recorded_at, 'motivation', json_build_object('sector', sector, 'score', score), note,
           interview.recorded_by
    FROM told
    JOIN motivation_interview AS interview ON interview.trajectory_id = told.id
    WHERE interview.superseded_at IS NULL
    UNION ALL
    SELECT assessed_on, max(circumstance.recorded_at), 'circumstances',
           json_build_object(
               'domains',
               json_agg(json_build_object('domain', domain, 'state', circumstance.state) ORDER BY domain)
           ),
           string_agg(arrangement, '; ' ORDER BY domain), (array_agg(circumstance.recorded_by))[1]
    FROM told
    JOIN circumstance ON circumstance.trajectory_id = told.id
    GROUP BY assessed_on
    UNION ALL
    SELECT made.decided_on, made.recorded_at, 'decision',
           json_build_object(
               'decision', made.decision, 'verdict', made.check_verdict, 'conditions', cardinality(made.conditions)
           ),
           made.reason, made.recorded_by
    FROM told
    JOIN screening_decision AS made ON made.trajectory_id = told.id
    """,
)

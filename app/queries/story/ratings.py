"""What participant and employer thought of it."""

from app.queries.story.story_part import StoryKind, StoryPart

RATINGS = StoryPart(
    StoryKind.RATINGS,
    """
    SELECT rated_on, max(rating.recorded_at), 'rated',
           json_build_object(
               'by', rated_by,
               'employer', organisation.name,
               'scores', json_agg(json_build_object('dimension', dimension, 'score', score) ORDER BY dimension)
           ),
           NULL, (array_agg(rating.recorded_by))[1]
    FROM told
    JOIN rating ON rating.trajectory_id = told.id
    LEFT JOIN placement ON placement.id = rating.placement_id
    LEFT JOIN organisation ON organisation.id = placement.organisation_id
    WHERE rating.superseded_at IS NULL
    GROUP BY rated_on, rated_by, organisation.name
    """,
)

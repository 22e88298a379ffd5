"""Placements of the person, in this trajectory or another, and the support at work."""

from app.queries.story.story_part import StoryKind, StoryPart

WORK = StoryPart(
    StoryKind.WORK,
    """
    SELECT known.day, placement.recorded_at, known.what,
           json_build_object(
               'kind', placement.kind, 'employer', organisation.name, 'reason', placement.end_reason,
               'hours', placement.hours, 'contract', placement.contract
           ),
           known.more, placement.recorded_by
    FROM told
    JOIN placement ON placement.participant_id = told.participant_id
    JOIN organisation ON organisation.id = placement.organisation_id
    CROSS JOIN LATERAL (
        VALUES ('begins', placement.starts_on, placement.job_title),
               ('is_to_end', CASE WHEN placement.ends_on IS NULL THEN placement.expected_end_on END, NULL),
               ('ends', placement.ends_on, placement.end_note)
    ) AS known (what, day, more)
    WHERE known.day IS NOT NULL
    UNION ALL
    SELECT support.starts_on, support.recorded_at, 'support',
           json_build_object('kind', support.kind, 'state', support.state, 'employer', organisation.name),
           support.note, support.recorded_by
    FROM told
    JOIN workplace_support AS support ON support.trajectory_id = told.id
    JOIN placement ON placement.id = support.placement_id
    JOIN organisation ON organisation.id = placement.organisation_id
    WHERE support.starts_on IS NOT NULL
    """,
)

"""How the language went: what was measured, and the support that was given."""

from app.queries.story.story_part import StoryKind, StoryPart

LANGUAGE = StoryPart(
    StoryKind.LANGUAGE,
    """
    SELECT measured_on, max(measured.recorded_at), 'measured',
           json_build_object(
               'levels', json_agg(json_build_object('skill', skill, 'level', level) ORDER BY skill),
               'official', bool_and(official)
           ),
           instrument, (array_agg(measured.recorded_by))[1]
    FROM told
    JOIN language_measurement AS measured ON measured.trajectory_id = told.id
    WHERE measured.superseded_at IS NULL
    GROUP BY measured_on, instrument
    UNION ALL
    SELECT known.day, support.recorded_at, known.what,
           json_build_object('kind', support.kind, 'hours', support.hours_per_week),
           coalesce(organisation.name, support.provider), support.recorded_by
    FROM told
    JOIN language_support AS support ON support.trajectory_id = told.id
    LEFT JOIN organisation ON organisation.id = support.organisation_id
    CROSS JOIN LATERAL (
        VALUES ('support_begins', support.starts_on), ('support_ends', support.ends_on)
    ) AS known (what, day)
    WHERE known.day IS NOT NULL
    """,
)

"""People whom nobody has spoken to for longer than the norm of their phase, or else of the programme."""

from app.queries.today.desk_part import DeskPart, TaskKind

LAST_TOPICS = """
    SELECT topics FROM coaching_contact
    WHERE trajectory_id = shown.trajectory_id AND cardinality(topics) > 0
    ORDER BY contacted_on DESC, recorded_at DESC LIMIT 1
"""

SILENCE = DeskPart(
    kind=TaskKind.SILENCE,
    lines="""
        SELECT id, NULL, NULL, coalesce(last_contact_on, started_on, registered_on), coach_id, coordinator_id
        FROM trajectory
        WHERE state IN ('active', 'aftercare') AND silent_after < CAST(:today AS date)
    """,
    facts=f"""
        json_build_object(
            'lastContactOn', trajectory.last_contact_on, 'contactNormDays', trajectory.contact_norm_days,
            'phase', trajectory.phase, 'topics', ({LAST_TOPICS})
        )
    """,
)

"""People whom nobody has spoken to for longer than the programme promises."""

from app.queries.today.desk_part import DeskPart, TaskKind

SILENCE = DeskPart(
    kind=TaskKind.SILENCE,
    lines="""
        SELECT id, NULL, NULL, coalesce(last_contact_on, started_on, registered_on), coach_id, coordinator_id
        FROM trajectory
        WHERE state IN ('active', 'aftercare') AND silent_after < CAST(:today AS date)
    """,
    facts="""
        json_build_object(
            'lastContactOn', trajectory.last_contact_on, 'contactNormDays', trajectory.contact_norm_days
        )
    """,
)

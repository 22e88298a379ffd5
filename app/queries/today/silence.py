"""People whom nobody has spoken to for longer than the programme promises."""

from app.queries.today.desk_part import DeskPart, TaskKind

SILENCE = DeskPart(
    kind=TaskKind.SILENCE,
    lines="""
        SELECT trajectory.id, NULL, NULL, coalesce(last_contact_on, started_on, registered_on),
               coach_id, coordinator_id
        FROM trajectory
        JOIN programme ON programme.id = trajectory.programme_id
        WHERE state IN ('active', 'aftercare')
          AND coalesce(last_contact_on, started_on, registered_on) < CAST(:today AS date) - contact_norm_days
    """,
    facts="""
        json_build_object(
            'lastContactOn', trajectory.last_contact_on, 'contactNormDays', programme.contact_norm_days
        )
    """,
)

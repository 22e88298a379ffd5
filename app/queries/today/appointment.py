"""Appointments whose day has passed, and of which nobody has recorded what came of them."""

from app.queries.today.desk_part import DeskPart, TaskKind

APPOINTMENT = DeskPart(
    kind=TaskKind.APPOINTMENT,
    lines="""
        SELECT id, NULL, NULL, next_contact_on, coach_id, coordinator_id
        FROM trajectory
        WHERE next_contact_on < CAST(:today AS date)
          AND state IN ('registered', 'screening', 'admitted', 'waiting', 'active', 'paused', 'aftercare')
    """,
)

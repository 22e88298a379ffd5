"""People who registered and wait for a decision."""

from app.queries.today.desk_part import DeskPart, TaskKind

SCREENING = DeskPart(
    kind=TaskKind.SCREENING,
    lines="""
        SELECT id, NULL, NULL, registered_on, coach_id, coordinator_id
        FROM trajectory
        WHERE state IN ('registered', 'screening')
    """,
)

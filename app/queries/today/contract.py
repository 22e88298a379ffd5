"""Contracts that end soon, or were to end and nobody said whether they did."""

from app.queries.today.desk_part import DeskPart, TaskKind

CONTRACT = DeskPart(
    kind=TaskKind.CONTRACT,
    lines="""
        SELECT trajectory_id, NULL, placement.id, expected_end_on, coach_id, coordinator_id
        FROM placement
        JOIN trajectory ON trajectory.id = placement.trajectory_id
        WHERE ends_on IS NULL
          AND expected_end_on BETWEEN CAST(:today AS date) - 60 AND CAST(:today AS date) + 42
    """,
    facts="""
        (
            SELECT json_build_object('employer', organisation.name)
            FROM placement
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE placement.id = shown.subject_id
        )
    """,
)

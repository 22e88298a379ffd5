"""Questions what it is like at work whose day has come, and that nobody has asked yet: a line per placement."""

from app.queries.today.desk_part import DeskPart, TaskKind
from app.rules.rating_schedule import CLOSES_AFTER

WAITING = f"""
    request.issued_at IS NULL AND request.answered_at IS NULL AND request.cancelled_at IS NULL
    AND request.due_on BETWEEN CAST(:today AS date) - {CLOSES_AFTER.days} AND CAST(:today AS date)
"""

RATING_DUE = DeskPart(
    kind=TaskKind.RATING_DUE,
    lines=f"""
        SELECT waiting.trajectory_id, NULL, waiting.placement_id, waiting.due_on, coach_id, coordinator_id
        FROM (
            SELECT DISTINCT request.trajectory_id, request.placement_id, request.due_on
            FROM rating_request AS request
            WHERE {WAITING}
        ) AS waiting
        JOIN trajectory ON trajectory.id = waiting.trajectory_id
        WHERE (
            SELECT placement.ends_on IS NULL OR placement.ends_on >= waiting.due_on
            FROM placement
            WHERE placement.id = waiting.placement_id
        )
    """,
    facts=f"""
        (
            SELECT json_build_object(
                'employer', organisation.name, 'month', min(request.month), 'raters', json_agg(request.rated_by)
            )
            FROM rating_request AS request
            JOIN placement ON placement.id = request.placement_id
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE request.placement_id = shown.subject_id AND request.due_on = shown.day AND {WAITING}
            GROUP BY organisation.name
        )
    """,
)

"""Ratings that are low or have fallen, until somebody has spoken to the participant after them."""

from app.queries.today.desk_part import DeskPart, TaskKind
from app.rules.job_match import SATISFIED
from app.rules.rating_signal import LOW_SCORE

DAYS = 21
"""After three weeks without a word the person is on the desk for the silence itself, by the usual norm."""
BEFORE = """
    SELECT earlier.score FROM rating AS earlier
    WHERE earlier.trajectory_id = said.trajectory_id AND earlier.placement_id IS NOT DISTINCT FROM said.placement_id
      AND earlier.rated_by = said.rated_by AND earlier.dimension = said.dimension AND earlier.superseded_at IS NULL
      AND (earlier.rated_on, earlier.recorded_at, earlier.id) < (said.rated_on, said.recorded_at, said.id)
    ORDER BY earlier.rated_on DESC, earlier.recorded_at DESC, earlier.id DESC
    LIMIT 1
"""
"""The score before one that was `said`, about the same, by the same; the rules are in app/rules/rating_signal.py."""

RATING_SIGNAL = DeskPart(
    kind=TaskKind.RATING_SIGNAL,
    lines=f"""
        SELECT signalled.trajectory_id, NULL, signalled.id, signalled.rated_on, coach_id, coordinator_id
        FROM (
            SELECT DISTINCT ON (said.trajectory_id) said.trajectory_id, said.id, said.rated_on
            FROM rating AS said
            WHERE said.superseded_at IS NULL AND said.rated_on >= CAST(:today AS date) - {DAYS}
              AND said.score < {SATISFIED} AND (said.score <= {LOW_SCORE} OR said.score < ({BEFORE}))
              AND (
                  SELECT count(*) FROM coaching_contact AS spoken
                  WHERE spoken.trajectory_id = said.trajectory_id AND spoken.contacted_on >= said.rated_on
                    AND spoken.recorded_at > said.recorded_at
                    AND (spoken.attendance IS NULL OR spoken.attendance IN ('came', 'late'))
              ) = 0
            ORDER BY said.trajectory_id, said.score, said.rated_on DESC, said.id
        ) AS signalled
        JOIN trajectory ON trajectory.id = signalled.trajectory_id
    """,
    facts=f"""
        (
            SELECT json_build_object(
                'ratedBy', said.rated_by, 'dimension', said.dimension, 'score', said.score, 'before', ({BEFORE}),
                'employer', organisation.name
            )
            FROM rating AS said
            LEFT JOIN placement ON placement.id = said.placement_id
            LEFT JOIN organisation ON organisation.id = placement.organisation_id
            WHERE said.id = shown.subject_id
        )
    """,
)

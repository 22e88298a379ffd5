"""Language that asks for attention: below what a job asks, fallen back, or not measured for four months.

Whoever gets support now is left out of the first two: then somebody has acted already.
"""

from app.models.derived_language import COUNTED, LEVELS
from app.queries.today.desk_part import DeskPart, TaskKind
from app.rules.language_progress import MONTHS_BETWEEN_MEASUREMENTS

WITHOUT_SUPPORT = """(
              SELECT bool_or(
                  support.starts_on <= CAST(:today AS date)
                  AND coalesce(support.ends_on, 'infinity') >= CAST(:today AS date)
              )
              FROM language_support AS support
              WHERE support.trajectory_id = trajectory.id
          ) IS NOT TRUE"""
"""Nobody helps with the language today; asked per trajectory, of which few come this far."""
STANDING = f"""
    SELECT DISTINCT ON (skill) skill, level, measured_on, array_position(array[{LEVELS}], level::text) AS rank
    FROM language_measurement
    WHERE trajectory_id = shown.trajectory_id AND superseded_at IS NULL
    ORDER BY skill, measured_on DESC, official IS TRUE DESC, recorded_at DESC, rank
"""
"""Where each skill stands, as `app.rules.language_progress.current` has it."""

LANGUAGE_BELOW = DeskPart(
    kind=TaskKind.LANGUAGE_BELOW,
    lines=f"""
        SELECT id, NULL, NULL, language_below_from, coach_id, coordinator_id
        FROM trajectory
        WHERE language_below_from IS NOT NULL
          AND state IN ('admitted', 'active', 'paused', 'completed', 'aftercare')
          AND {WITHOUT_SUPPORT}
    """,
    facts=f"""
        (
            SELECT json_build_object(
                'skill', skill, 'level', level, 'required', required_language_level,
                'employer', organisation.name, 'startsOn', starts_on
            )
            FROM ({STANDING}) AS standing
            JOIN placement ON placement.trajectory_id = shown.trajectory_id AND ends_on IS NULL
                AND array_position(array[{LEVELS}], required_language_level::text) > rank
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE skill IN ({COUNTED})
            ORDER BY starts_on, rank, skill
            LIMIT 1
        )
    """,
)
LANGUAGE_FELL_BACK = DeskPart(
    kind=TaskKind.LANGUAGE_FELL_BACK,
    lines=f"""
        SELECT id, NULL, NULL, language_fell_back_on, coach_id, coordinator_id
        FROM trajectory
        WHERE language_fell_back_on IS NOT NULL
          AND state IN ('admitted', 'active', 'paused', 'completed', 'aftercare')
          AND {WITHOUT_SUPPORT}
    """,
    facts=f"""
        (
            SELECT json_build_object(
                'skill', standing.skill, 'level', standing.level, 'before', best.level, 'beforeOn', best.measured_on
            )
            FROM ({STANDING}) AS standing
            JOIN language_measurement AS best ON best.trajectory_id = shown.trajectory_id
                AND best.skill = standing.skill AND best.superseded_at IS NULL
                AND best.measured_on < standing.measured_on AND (best.official IS TRUE OR best.instrument IS NOT NULL)
            WHERE standing.measured_on = shown.day
              AND array_position(array[{LEVELS}], best.level::text) > standing.rank
            ORDER BY array_position(array[{LEVELS}], best.level::text) - standing.rank DESC, standing.skill,
                     best.measured_on DESC
            LIMIT 1
        )
    """,
)
LANGUAGE_UNMEASURED = DeskPart(
    kind=TaskKind.LANGUAGE_UNMEASURED,
    lines=f"""
        SELECT id, NULL, NULL, coalesce(last_measured_on, started_on, registered_on), coach_id, coordinator_id
        FROM trajectory
        WHERE state IN ('active', 'aftercare')
          AND coalesce(last_measured_on, started_on, registered_on)
              < CAST(CAST(:today AS date) - interval '{MONTHS_BETWEEN_MEASUREMENTS} months' AS date)
    """,
    facts="json_build_object('lastMeasuredOn', trajectory.last_measured_on)",
)

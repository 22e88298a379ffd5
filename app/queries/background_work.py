"""When what runs by itself was last done, and what the nightly check found."""

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

FINDINGS_SHOWN = 20
"""Of each check; how many there are in all is told as well."""

SILENT_FOR = text("SELECT task, silent_for FROM background_runs()")

BACKGROUND_WORK = text(
    """
    WITH standing AS (
        SELECT check_name, object_type, object_id, found_at, programme_id,
               row_number() OVER (PARTITION BY check_name ORDER BY found_at, object_id) AS place
        FROM consistency_finding
        WHERE resolved_at IS NULL
    ), shown AS (
        SELECT standing.*,
               coalesce(follow_up.trajectory_id, placement.trajectory_id, link.trajectory_id,
                        CASE WHEN object_type = 'trajectory' THEN object_id END) AS trajectory_id
        FROM standing
        LEFT JOIN follow_up ON object_type = 'follow_up' AND follow_up.id = object_id
        LEFT JOIN placement ON object_type = 'placement' AND placement.id = object_id
        LEFT JOIN confirmation_link AS link ON object_type = 'confirmation_link' AND link.id = object_id
        WHERE place <= :limit
    )
    SELECT json_build_object(
        'runs', (
            SELECT coalesce(json_object_agg(task, json_build_object(
                'finishedAt', finished_at,
                'failedAt', CASE WHEN failed_at > coalesce(finished_at, '-infinity') THEN failed_at END,
                'failure', failure,
                'counts', counts
            )), '{}')
            FROM periodic_run
        ),
        'silentFor', (
            SELECT coalesce(json_object_agg(task, extract(epoch FROM silent_for)), '{}') FROM background_runs()
        ),
        'many', (
            SELECT coalesce(json_object_agg(check_name, many), '{}')
            FROM (SELECT check_name, count(*) AS many FROM standing GROUP BY check_name) AS counted
        ),
        'findings', (
            SELECT coalesce(json_agg(json_build_object(
                'check', check_name,
                'foundAt', found_at,
                'programme', programme.name,
                'trajectoryId', trajectory.id,
                'trajectory', trajectory.number,
                'objectId', object_id
            ) ORDER BY check_name, place), '[]')
            FROM shown
            LEFT JOIN programme ON programme.id = shown.programme_id
            LEFT JOIN trajectory ON trajectory.id = shown.trajectory_id
        )
    )::text
    """
)


async def read_silent_for(session: AsyncSession) -> dict[str, timedelta]:
    """How long ago each piece of periodic work was last done well, by the clock of the database; for everybody."""
    return {row.task: row.silent_for for row in await session.execute(SILENT_FOR)}


async def read_background_work(session: AsyncSession) -> str:
    """Read as JSON the `runs` per task, since when each is `silentFor` (seconds), and the `findings` of the check."""
    return str((await session.execute(BACKGROUND_WORK, {"limit": FINDINGS_SHOWN})).scalar_one())

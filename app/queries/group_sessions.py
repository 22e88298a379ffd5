"""Group sessions: the list, the groups that could meet, and everybody who belongs to one. One statement each."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.guided_states import GUIDED

STATES = ", ".join(f"'{state}'" for state in GUIDED)

SESSIONS = text(
    """
    WITH shown AS (
        SELECT * FROM group_session ORDER BY held_on DESC, recorded_at DESC LIMIT :limit OFFSET :offset
    )
    SELECT json_build_object(
        'total', (SELECT count(*) FROM group_session),
        'sessions', (
            SELECT coalesce(json_agg(json_build_object(
                'id', shown.id, 'heldOn', held_on, 'subject', subject, 'kind', shown.kind, 'minutes', minutes,
                'programme', programme.name, 'cohort', cohort.name, 'came', people.came, 'invited', people.invited,
                'unknown', people.unknown
            ) ORDER BY held_on DESC, shown.recorded_at DESC), '[]')
            FROM shown
            JOIN programme ON programme.id = shown.programme_id
            LEFT JOIN cohort ON cohort.id = shown.cohort_id
            CROSS JOIN LATERAL (
                SELECT count(*) AS invited, count(*) FILTER (WHERE attendance IN ('came', 'late')) AS came,
                       count(*) FILTER (WHERE attendance IS NULL) AS unknown
                FROM coaching_contact WHERE group_session_id = shown.id
            ) AS people
        )
    )::text
    """
)

GROUPS = text(
    f"""
    SELECT coalesce(json_agg(json_build_object(
        'programmeId', programme.id, 'programme', programme.name, 'cohortId', cohort.id, 'cohort', cohort.name,
        'people', many
    ) ORDER BY programme.name, programme.id, cohort.starts_on DESC NULLS LAST, cohort.name), '[]')::text
    FROM (
        SELECT programme_id, cohort_id, count(*) AS many
        FROM trajectory WHERE state IN ({STATES})
        GROUP BY GROUPING SETS ((programme_id, cohort_id), (programme_id))
        HAVING GROUPING(cohort_id) = 1 OR cohort_id IS NOT NULL
    ) AS guided
    JOIN programme ON programme.id = guided.programme_id
    LEFT JOIN cohort ON cohort.id = guided.cohort_id
    """
)

PEOPLE = text(
    f"""
    SELECT coalesce(json_agg(json_build_object(
        'id', trajectory.id, 'name', participant.first_name || ' ' || participant.last_name,
        'number', trajectory.number, 'coach', trajectory.coach_name,
        'version', contact.version, 'attendance', contact.attendance
    ) ORDER BY contact.id IS NULL, participant.last_name, participant.first_name, trajectory.id), '[]')::text
    FROM trajectory
    JOIN participant ON participant.id = trajectory.participant_id
    LEFT JOIN coaching_contact AS contact
        ON contact.trajectory_id = trajectory.id AND contact.group_session_id = CAST(:group_session_id AS uuid)
    WHERE trajectory.programme_id = :programme_id
      AND (contact.id IS NOT NULL OR (
          trajectory.state IN ({STATES})
          AND (CAST(:cohort_id AS uuid) IS NULL OR trajectory.cohort_id = :cohort_id)
      ))
    """
)


async def read_group_sessions(session: AsyncSession, limit: int, offset: int) -> str:
    """Read the sessions as JSON, the latest first, with how many came, were invited, and are not known of."""
    return str((await session.execute(SESSIONS, {"limit": limit, "offset": offset})).scalar_one())


async def read_groups(session: AsyncSession) -> str:
    """Read as JSON which groups there are: whole programmes and cohorts with people who are guided now."""
    return str((await session.execute(GROUPS)).scalar_one())


async def read_people_of_group(
    session: AsyncSession, programme_id: UUID, cohort_id: UUID | None, group_session_id: UUID | None = None
) -> str:
    """Read everybody of a group as JSON, with the attendance and version of the contact in a session, if any."""
    values = {"programme_id": programme_id, "cohort_id": cohort_id, "group_session_id": group_session_id}
    return str((await session.execute(PEOPLE, values)).scalar_one())

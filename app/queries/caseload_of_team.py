"""The caseload of everybody who guides, in every programme of whose team the reader is: one statement.

A row is one coach in one programme, also a coach who guides nobody; without a name it is who nobody guides.
"""

from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.phase_weight import PHASE_WEIGHT
from app.rules.guided_states import GUIDED

STATES = ", ".join(f"'{state}'" for state in GUIDED)

TEAM = text(
    f"""
    WITH guided AS (
        SELECT trajectory.id, trajectory.programme_id, coach_id, last_contact_on, next_contact_on, no_show_streak,
               CASE WHEN coach_id IS NULL THEN coach_name END AS coach_name,
               state IN ('active', 'aftercare') AND silent_after < CAST(:today AS date) AS is_silent,
               {PHASE_WEIGHT} AS weight
        FROM trajectory JOIN programme ON programme.id = trajectory.programme_id
        WHERE state IN ({STATES})
    ), talks AS (
        SELECT trajectory_id, count(*) AS many FROM coaching_contact
        WHERE contacted_on BETWEEN CAST(:today AS date) - 29 AND CAST(:today AS date)
          AND (attendance IS NULL OR attendance IN ('came', 'late'))
        GROUP BY trajectory_id
    ), counted AS (
        SELECT programme_id, coach_id, coach_name, count(*) AS people, sum(weight) AS weight,
               count(*) FILTER (WHERE is_silent) AS silent,
               count(*) FILTER (WHERE next_contact_on < CAST(:today AS date)) AS passed,
               count(*) FILTER (WHERE no_show_streak >= 2) AS no_shows,
               coalesce(sum(talks.many), 0) AS talks
        FROM guided LEFT JOIN talks ON talks.trajectory_id = guided.id
        GROUP BY programme_id, coach_id, coach_name
    ), team AS (
        SELECT DISTINCT programme_id, account_id FROM membership JOIN account ON account.id = account_id
        WHERE role = 'coach' AND programme_id = any ((SELECT acting_programmes())::uuid[]) AND closed_at IS NULL
    ), listed AS (
        SELECT coalesce(counted.programme_id, team.programme_id) AS programme_id,
               coalesce(coach_id, account_id) AS account_id, coach_name, coalesce(people, 0) AS people,
               coalesce(weight, 0) AS weight, coalesce(silent, 0) AS silent, coalesce(passed, 0) AS passed,
               coalesce(no_shows, 0) AS no_shows, coalesce(talks, 0) AS talks
        FROM counted FULL JOIN team
            ON team.programme_id = counted.programme_id AND team.account_id = counted.coach_id
    )
    SELECT coalesce(json_agg(json_build_object(
        'programmeId', programme.id, 'programme', programme.name, 'norm', programme.caseload_norm,
        'accountId', account_id, 'coach', coalesce(account.display_name, coach_name),
        'people', people, 'weight', weight, 'silent', silent, 'passed', passed, 'noShows', no_shows, 'talks', talks
    ) ORDER BY programme.name, programme.id, coalesce(account.display_name, coach_name) NULLS LAST), '[]')::text
    FROM listed
    JOIN programme ON programme.id = listed.programme_id
    LEFT JOIN account ON account.id = listed.account_id
    """
)


async def read_team_caseloads(session: AsyncSession, today: date) -> str:
    """Read the caseloads as JSON; `talks` are the contacts of the last thirty days to which people came."""
    return str((await session.execute(TEAM, {"today": today})).scalar_one())

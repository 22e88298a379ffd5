"""The programmes that somebody may see, each with how many people and places it has, and what is wrong with its money.

One statement, built once. How many people there are is only known to the team: for others it is NULL.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.funding_gaps import FUNDING_THAT_ENDS, PHASES_WITHOUT_FUNDING

GUIDED = "('admitted', 'active', 'paused', 'aftercare')"
PEOPLE = f"""
    SELECT trajectory.programme_id, count(*) FILTER (WHERE state IN {GUIDED}) AS guided,
           count(*) FILTER (WHERE state = 'waiting') AS waiting,
           count(DISTINCT coach_id) FILTER (WHERE state IN {GUIDED}) AS coaches
    FROM trajectory
    GROUP BY trajectory.programme_id
"""
"""Per programme: people in guidance, people on the waiting list, and coaches who guide somebody."""
PLACES = f"""
    SELECT cohort.programme_id, sum(cohort.capacity) AS places, coalesce(sum(taken.many), 0) AS taken
    FROM cohort
    LEFT JOIN (
        SELECT programme_id, cohort_id, count(*) AS many FROM trajectory WHERE state IN {GUIDED} GROUP BY 1, 2
    ) AS taken ON taken.programme_id = cohort.programme_id AND taken.cohort_id = cohort.id
    WHERE cohort.capacity IS NOT NULL AND coalesce(cohort.ends_on, 'infinity') >= CAST(:today AS date)
    GROUP BY cohort.programme_id
"""
"""Per programme: the places in cohorts that have not ended, and how many of those are taken."""

PROGRAMMES = text(
    f"""
    SELECT programme.id, programme.name, programme.kind, programme.caseload_norm,
           jsonb_path_query_array(programme.phases, '$[*].name') AS phases,
           organisation.name AS lead_organisation,
           CASE WHEN own THEN coalesce(people.guided, 0) END AS guided,
           CASE WHEN own THEN coalesce(people.waiting, 0) END AS waiting,
           CASE WHEN own THEN coalesce(people.coaches, 0) END AS coaches,
           places.places, CASE WHEN own THEN places.taken END AS taken,
           ending.first AS funding_ends_on, coalesce(unpaid.many, 0) AS phases_without_funding
    FROM programme
    JOIN organisation ON organisation.id = programme.lead_organisation_id
    CROSS JOIN LATERAL (SELECT programme.id = ANY (CAST(:own AS uuid[]))) AS team (own)
    LEFT JOIN ({PEOPLE}) AS people ON people.programme_id = programme.id
    LEFT JOIN ({PLACES}) AS places ON places.programme_id = programme.id
    LEFT JOIN (
        SELECT programme_id, min(ends_on) AS first FROM ({FUNDING_THAT_ENDS}) AS line GROUP BY programme_id
    ) AS ending ON ending.programme_id = programme.id
    LEFT JOIN (
        SELECT programme_id, count(*) AS many FROM ({PHASES_WITHOUT_FUNDING}) AS line GROUP BY programme_id
    ) AS unpaid ON unpaid.programme_id = programme.id
    ORDER BY programme.name
    """
)


async def read_programme_list(session: AsyncSession, *, today: date, own: Sequence[UUID]) -> Sequence[RowMapping]:
    """Read the programmes by name; `own` are those of whose team the reader is."""
    return (await session.execute(PROGRAMMES, {"today": today, "own": list(own)})).mappings().all()

"""What needs doing today, in order, each line with what its reason is made of.

One statement, built once. It reads the columns that triggers keep on the trajectory, so that finding the lines
takes no joins; names and jobs are looked up only for the lines of the page.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


class TaskKind(StrEnum):
    """Why somebody is on the list, in the order in which it is worked through."""

    FOLLOW_UP = "follow_up"
    SILENCE = "silence"
    CONTRACT = "contract"
    SCREENING = "screening"


@dataclass(frozen=True, kw_only=True)
class TodayPage:
    """Which part of the list: one kind or all, one's own caseload or everybody's, and which page of it."""

    today: date
    account_id: UUID | None
    kind: TaskKind | None = None
    only_own: bool = False
    limit: int = 50
    offset: int = 0


TODAY = text(
    """
    WITH task AS (
        SELECT 'follow_up' AS kind, 1 AS rank, id AS trajectory_id, NULL::uuid AS placement_id,
               next_follow_up_on AS day, coach_id, coordinator_id
        FROM trajectory
        WHERE next_follow_up_on <= CAST(:today AS date) + 14
        UNION ALL
        SELECT 'silence', 2, trajectory.id, NULL,
               coalesce(last_contact_on, started_on, registered_on), coach_id, coordinator_id
        FROM trajectory
        JOIN programme ON programme.id = trajectory.programme_id
        WHERE state IN ('active', 'aftercare')
          AND coalesce(last_contact_on, started_on, registered_on) < CAST(:today AS date) - contact_norm_days
        UNION ALL
        SELECT 'contract', 3, trajectory_id, placement.id, expected_end_on, coach_id, coordinator_id
        FROM placement
        JOIN trajectory ON trajectory.id = placement.trajectory_id
        WHERE ends_on IS NULL
          AND expected_end_on BETWEEN CAST(:today AS date) - 60 AND CAST(:today AS date) + 42
        UNION ALL
        SELECT 'screening', 4, id, NULL, registered_on, coach_id, coordinator_id
        FROM trajectory
        WHERE state IN ('registered', 'screening')
    ), listed AS (
        SELECT task.*,
               coach_id IS NOT DISTINCT FROM CAST(:me AS uuid) AND coach_id IS NOT NULL AS is_own
        FROM task
        WHERE NOT :only_own OR CAST(:me AS uuid) IN (coach_id, coordinator_id)
    ), shown AS (
        SELECT *, row_number() OVER (ORDER BY is_own DESC, rank, day, trajectory_id) AS place
        FROM listed
        WHERE CAST(:kind AS text) IS NULL OR kind = :kind
        ORDER BY is_own DESC, rank, day, trajectory_id
        LIMIT :limit OFFSET :offset
    )
    SELECT json_build_object(
        'counts', (
            SELECT coalesce(json_object_agg(kind, many), '{}')
            FROM (SELECT kind, count(*) AS many FROM listed GROUP BY kind) AS counted
        ),
        'tasks', (
            SELECT coalesce(json_agg(json_build_object(
                'kind', shown.kind,
                'day', coalesce(waiting.due_on, shown.day),
                'isOwn', shown.is_own,
                'trajectoryId', shown.trajectory_id,
                'name', participant.first_name || ' ' || participant.last_name,
                'state', trajectory.state,
                'programme', programme.name,
                'cohort', cohort.name,
                'coach', trajectory.coach_name,
                'contactNormDays', programme.contact_norm_days,
                'lastContactOn', trajectory.last_contact_on,
                'month', waiting.month,
                'closesOn', waiting.closes_on,
                'employer', coalesce(employer.name, index_employer.name)
            ) ORDER BY shown.place), '[]')
            FROM shown
            JOIN trajectory ON trajectory.id = shown.trajectory_id
            JOIN participant ON participant.id = trajectory.participant_id
            JOIN programme ON programme.id = trajectory.programme_id
            LEFT JOIN cohort ON cohort.id = trajectory.cohort_id
            LEFT JOIN placement ON placement.id = shown.placement_id
            LEFT JOIN organisation AS employer ON employer.id = placement.organisation_id
            LEFT JOIN LATERAL (
                SELECT month, due_on, closes_on, organisation_id
                FROM follow_up
                WHERE shown.kind = 'follow_up' AND follow_up.trajectory_id = shown.trajectory_id
                  AND follow_up.state IN ('planned', 'due', 'asked')
                ORDER BY closes_on < CAST(:today AS date), due_on
                LIMIT 1
            ) AS waiting ON true
            LEFT JOIN organisation AS index_employer ON index_employer.id = waiting.organisation_id
        )
    )::text
    """
)


async def read_today(session: AsyncSession, page: TodayPage) -> str:
    """Read the list as JSON: `counts` per kind, and the `tasks` of this page."""
    found = await session.execute(
        TODAY,
        {
            "today": page.today,
            "me": page.account_id,
            "kind": page.kind,
            "only_own": page.only_own,
            "limit": page.limit,
            "offset": page.offset,
        },
    )
    return str(found.scalar_one())

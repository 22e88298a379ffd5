"""Who waits for a screening, a decision or a place, with what is still missing: one statement."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.candidates import FACTS

WAITING = text(
    f"""
    WITH waiting AS (
        SELECT trajectory.*,
               CASE WHEN state = 'waiting' THEN coalesce(decided_on, registered_on) ELSE registered_on END AS since
        FROM trajectory
        WHERE state IN ('registered', 'screening', 'waiting')
          AND (CAST(:programme AS uuid) IS NULL OR programme_id = :programme)
    ), shown AS (
        SELECT waiting.*, row_number() OVER (ORDER BY since, number, id) AS place
        FROM waiting
        WHERE (state = 'waiting') = :waiting_list
        ORDER BY since, number, id
        LIMIT :limit OFFSET :offset
    )
    SELECT json_build_object(
        'counts', (
            SELECT json_build_object(
                'screening', count(*) FILTER (WHERE state <> 'waiting'),
                'waitingList', count(*) FILTER (WHERE state = 'waiting')
            )
            FROM waiting
        ),
        'programmes', (
            SELECT coalesce(json_agg(json_build_object(
                'id', programme.id, 'name', programme.name, 'registered', counted.registered,
                'screening', counted.screening, 'waiting', counted.waiting
            ) ORDER BY programme.name), '[]')
            FROM (
                SELECT programme_id,
                       count(*) FILTER (WHERE state = 'registered') AS registered,
                       count(*) FILTER (WHERE state = 'screening') AS screening,
                       count(*) FILTER (WHERE state = 'waiting') AS waiting
                FROM trajectory
                WHERE state IN ('registered', 'screening', 'waiting')
                GROUP BY programme_id
            ) AS counted
            JOIN programme ON programme.id = counted.programme_id
        ),
        'people', (
            SELECT coalesce(json_agg(json_build_object(
                'id', trajectory.id,
                'number', trajectory.number,
                'name', participant.first_name || ' ' || participant.last_name,
                'state', trajectory.state,
                'since', trajectory.since,
                'programme', programme.name,
                'cohort', cohort.name,
                'coach', trajectory.coach_name,
                'hasTest', EXISTS (
                    SELECT FROM screening_test AS test
                    WHERE test.trajectory_id = trajectory.id AND test.superseded_at IS NULL
                ),
                'hasInterview', EXISTS (
                    SELECT FROM motivation_interview AS interview
                    WHERE interview.trajectory_id = trajectory.id AND interview.superseded_at IS NULL
                ),
                'domainsKnown', (
                    SELECT count(*) FROM circumstance
                    WHERE circumstance.trajectory_id = trajectory.id AND circumstance.superseded_at IS NULL
                ),
                'asked', programme.entry_requirements,
                'facts', {FACTS}
            ) ORDER BY trajectory.place), '[]')
            FROM shown AS trajectory
            JOIN participant ON participant.id = trajectory.participant_id
            JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
            JOIN programme ON programme.id = trajectory.programme_id
            LEFT JOIN cohort ON cohort.id = trajectory.cohort_id
        )
    )::text
    """
)


@dataclass(frozen=True, kw_only=True)
class WaitingPage:
    """Which part: one programme or all, those before a decision or the waiting list, and which page of it."""

    programme_id: UUID | None = None
    waiting_list: bool = False
    limit: int = 50
    offset: int = 0


async def read_waiting(session: AsyncSession, wanted: WaitingPage) -> str:
    """Read who waits as JSON, those who wait longest first, with `counts` and the numbers of each programme."""
    found = await session.execute(
        WAITING,
        {
            "programme": wanted.programme_id,
            "waiting_list": wanted.waiting_list,
            "limit": wanted.limit,
            "offset": wanted.offset,
        },
    )
    return str(found.scalar_one())

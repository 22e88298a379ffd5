"""The list of the day in one statement, built once from its parts.

The parts find their lines by columns and indexes made for it; names, jobs and reasons are looked up only for the
lines of the page.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.today.appointment import APPOINTMENT
from app.queries.today.call import CALL
from app.queries.today.contract import CONTRACT
from app.queries.today.desk_part import TaskKind
from app.queries.today.follow_up import FOLLOW_UP
from app.queries.today.funding import FUNDING
from app.queries.today.half_answer import HALF_ANSWER
from app.queries.today.language import LANGUAGE_BELOW, LANGUAGE_FELL_BACK, LANGUAGE_UNMEASURED
from app.queries.today.no_show import NO_SHOW
from app.queries.today.rating_due import RATING_DUE
from app.queries.today.rating_signal import RATING_SIGNAL
from app.queries.today.response import RESPONSE
from app.queries.today.screening import SCREENING
from app.queries.today.silence import SILENCE
from app.queries.today.task import TASK
from app.queries.today.undeliverable import UNDELIVERABLE

PARTS = tuple(
    sorted(
        (
            APPOINTMENT,
            CALL,
            CONTRACT,
            FOLLOW_UP,
            FUNDING,
            HALF_ANSWER,
            LANGUAGE_BELOW,
            LANGUAGE_FELL_BACK,
            LANGUAGE_UNMEASURED,
            NO_SHOW,
            RATING_DUE,
            RATING_SIGNAL,
            SCREENING,
            SILENCE,
            TASK,
            UNDELIVERABLE,
        ),
        key=lambda part: list(TaskKind).index(part.kind),
    )
)
"""Every part, in the order in which the list is worked through."""


@dataclass(frozen=True, kw_only=True)
class TodayPage:
    """Which part of the list: one kind or all, one's own caseload or everybody's, and which page of it."""

    today: date
    account_id: UUID | None
    kind: TaskKind | None = None
    only_own: bool = False
    limit: int = 50
    offset: int = 0


LINES = " UNION ALL ".join(
    f"SELECT '{part.kind}' AS kind, {rank} AS rank, trajectory_id::uuid, programme_id::uuid, subject_id::uuid, day, "
    "coach_id::uuid, coordinator_id::uuid "
    f"FROM ({part.lines}) AS part (trajectory_id, programme_id, subject_id, day, coach_id, coordinator_id)"
    for rank, part in enumerate(PARTS)
)
FACTS = " ".join(f"WHEN '{part.kind}' THEN {part.facts}" for part in PARTS if part.facts != "NULL")

TODAY = text(
    f"""
    WITH line AS ({LINES}), listed AS (
        SELECT line.*,
               coach_id IS NOT DISTINCT FROM CAST(:me AS uuid) AND coach_id IS NOT NULL AS is_own
        FROM line
        WHERE NOT :only_own OR CAST(:me AS uuid) IN (coach_id, coordinator_id)
    ), shown AS (
        SELECT *, row_number() OVER (ORDER BY is_own DESC, rank, day, trajectory_id) AS place
        FROM listed
        WHERE CAST(:kind AS text) IS NULL OR kind = :kind
        ORDER BY is_own DESC, rank, day, trajectory_id
        LIMIT :limit OFFSET :offset
    )
    SELECT json_build_object(
        'waitingMessages', (
            SELECT coalesce(json_object_agg(channel, many), '{{}}')
            FROM (SELECT channel, count(*) AS many FROM message WHERE state = 'waiting' GROUP BY channel) AS waiting
        ),
        'counts', (
            SELECT coalesce(json_object_agg(kind, many), '{{}}')
            FROM (SELECT kind, count(*) AS many FROM listed GROUP BY kind) AS counted
        ),
        'response', ({RESPONSE}),
        'tasks', (
            SELECT coalesce(json_agg(json_build_object(
                'kind', shown.kind,
                'day', shown.day,
                'isOwn', shown.is_own,
                'trajectoryId', shown.trajectory_id,
                'programmeId', programme.id,
                'subjectId', shown.subject_id,
                'name', participant.first_name || ' ' || participant.last_name,
                'programme', programme.name,
                'cohort', cohort.name,
                'coach', trajectory.coach_name,
                'facts', CASE shown.kind {FACTS} END
            ) ORDER BY shown.place), '[]')
            FROM shown
            LEFT JOIN trajectory ON trajectory.id = shown.trajectory_id
            LEFT JOIN participant ON participant.id = trajectory.participant_id
            LEFT JOIN programme ON programme.id = coalesce(trajectory.programme_id, shown.programme_id)
            LEFT JOIN cohort ON cohort.id = trajectory.cohort_id
        ),
        'silentFor', (
            SELECT coalesce(json_object_agg(task, extract(epoch FROM silent_for)), '{{}}') FROM background_runs()
        ),
        'contradictions', (SELECT count(*) FROM consistency_finding WHERE resolved_at IS NULL)
    )::text
    """
)


async def read_today(session: AsyncSession, page: TodayPage) -> str:
    """Read the list as JSON: `counts` per kind, the `tasks` of this page, and the `response` per programme.

    Beside it stand since when each piece of periodic work is `silentFor` (seconds), how many `contradictions` the
    nightly check found in one's own programmes, and per channel how many messages wait (`waitingMessages`).
    """
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

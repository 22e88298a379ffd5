"""The list of trajectories, filtered and sorted, with the choices for the filters: one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.code_lists import TrajectoryState


class Sorting(StrEnum):
    """By what the list can be sorted."""

    NAME = "name"
    LAST_CONTACT = "last_contact"
    NEXT_FOLLOW_UP = "next_follow_up"
    REGISTERED = "registered"


@dataclass(frozen=True, kw_only=True)
class TrajectoryFilter:
    """Which trajectories. An empty field asks nothing; `name` is folded and found anywhere in somebody's name."""

    programme_id: UUID | None = None
    cohort_id: UUID | None = None
    state: TrajectoryState | None = None
    coach: str | None = None
    name: str | None = None
    sorting: Sorting = Sorting.NAME
    limit: int = 50
    offset: int = 0


ORDER: Mapping[Sorting, str] = {
    Sorting.NAME: "participant.last_name, participant.first_name, trajectory.id",
    Sorting.LAST_CONTACT: "trajectory.last_contact_on NULLS FIRST, trajectory.id",
    Sorting.NEXT_FOLLOW_UP: "trajectory.next_follow_up_on NULLS LAST, trajectory.id",
    Sorting.REGISTERED: "trajectory.registered_on DESC, trajectory.id",
}


def _list_sorted_by(order: str) -> TextClause:
    return text(
        f"""
        WITH found AS (
            SELECT trajectory.*, participant.first_name, participant.last_name,
                   row_number() OVER (ORDER BY {order}) AS place
            FROM trajectory
            JOIN participant ON participant.id = trajectory.participant_id
            WHERE (CAST(:programme_id AS uuid) IS NULL OR trajectory.programme_id = :programme_id)
              AND (CAST(:cohort_id AS uuid) IS NULL OR trajectory.cohort_id = :cohort_id)
              AND (CAST(:state AS text) IS NULL OR trajectory.state = :state)
              AND (CAST(:coach AS text) IS NULL OR trajectory.coach_name = :coach)
              AND (CAST(:name AS text) IS NULL OR position(:name IN participant.search_name) > 0 OR EXISTS (
                  SELECT FROM participant AS merged
                  WHERE merged.merged_into_id = participant.id
                    AND (position(:name IN merged.search_name) > 0 OR lower(merged.number) = :name)
              ))
        ), shown AS (
            SELECT * FROM found WHERE place > :offset ORDER BY place LIMIT :limit
        )
        SELECT json_build_object(
            'total', (SELECT count(*) FROM found),
            'trajectories', (
                SELECT coalesce(json_agg(json_build_object(
                    'id', shown.id,
                    'number', shown.number,
                    'name', shown.first_name || ' ' || shown.last_name,
                    'state', shown.state,
                    'programme', programme.name,
                    'cohort', cohort.name,
                    'coach', shown.coach_name,
                    'lastContactOn', shown.last_contact_on,
                    'nextFollowUpOn', shown.next_follow_up_on
                ) ORDER BY shown.place), '[]')
                FROM shown
                JOIN programme ON programme.id = shown.programme_id
                LEFT JOIN cohort ON cohort.id = shown.cohort_id
            ),
            'programmes', (
                SELECT coalesce(json_agg(json_build_array(id, name) ORDER BY name), '[]')
                FROM programme
            ),
            'cohorts', (
                SELECT coalesce(json_agg(json_build_array(id, name) ORDER BY name), '[]')
                FROM cohort
                WHERE CAST(:programme_id AS uuid) IS NULL OR programme_id = :programme_id
            ),
            'coaches', (
                SELECT coalesce(json_agg(json_build_array(coach_name, coach_name) ORDER BY coach_name), '[]')
                FROM (SELECT DISTINCT coach_name FROM trajectory WHERE coach_name IS NOT NULL) AS coach
            )
        )::text
        """
    )


LISTS: Mapping[Sorting, TextClause] = {sorting: _list_sorted_by(order) for sorting, order in ORDER.items()}


async def read_trajectories(session: AsyncSession, wanted: TrajectoryFilter) -> str:
    """Read a page of the list as JSON: `total`, `trajectories`, and the choices per filter: pairs of value and text."""
    found = await session.execute(
        LISTS[wanted.sorting],
        {
            "programme_id": wanted.programme_id,
            "cohort_id": wanted.cohort_id,
            "state": wanted.state,
            "coach": wanted.coach,
            "name": wanted.name,
            "limit": wanted.limit,
            "offset": wanted.offset,
        },
    )
    return str(found.scalar_one())

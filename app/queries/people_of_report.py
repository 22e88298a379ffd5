"""Who the people behind a number are: names, first jobs and what was last said of them, in one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

PEOPLE = text(
    """
    SELECT coalesce(json_object_agg(trajectory.id, json_build_object(
        'number', trajectory.number,
        'name', participant.first_name || ' ' || participant.last_name,
        'employer', organisation.name,
        'said', (
            SELECT coalesce(json_agg(json_build_object(
                'on', last.observed_on, 'in_paid_work', last.in_paid_work, 'source', last.source
            ) ORDER BY last.observed_on, last.recorded_at), '[]')
            FROM (
                SELECT observed_on, recorded_at, in_paid_work, source
                FROM observation
                WHERE observation.participant_id = trajectory.participant_id AND observed_on <= :as_of
                  AND recorded_at <= :known_at AND (superseded_at IS NULL OR superseded_at > :known_at)
                ORDER BY observed_on DESC, recorded_at DESC
                LIMIT 3
            ) AS last
        )
    )), '{}')::text
    FROM trajectory
    JOIN participant ON participant.id = trajectory.participant_id
    LEFT JOIN placement ON placement.trajectory_id = trajectory.id AND placement.id = ANY (:placements)
    LEFT JOIN organisation ON organisation.id = placement.organisation_id
    WHERE trajectory.id = ANY (:trajectories)
    """
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody said about the work of a person on a day."""

    on: date
    in_paid_work: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class Named:
    """A person behind a number, by the number of the trajectory; `said` has the last three statements."""

    number: str
    name: str
    employer: str | None
    said: tuple[Said, ...]


NAMED = TypeAdapter(dict[UUID, Named])


async def read_people_of_report(
    session: AsyncSession, trajectories: Iterable[UUID], placements: Iterable[UUID], *, as_of: date, known_at: datetime
) -> dict[UUID, Named]:
    """Read who the people of these trajectories are; somebody who has been removed since is not there."""
    asked = {
        "trajectories": list(trajectories),
        "placements": list(placements),
        "as_of": as_of,
        "known_at": known_at,
    }
    return NAMED.validate_json((await session.execute(PEOPLE, asked)).scalar_one())

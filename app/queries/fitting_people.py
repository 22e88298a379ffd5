"""One programme, and everybody who could still come into it: one statement.

These are the people who are registered, in screening or on a waiting list, here or in another programme of the reader's
own; row security narrows it to what the reader may see. Whoever has a trajectory here already is listed with that one.
"""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.candidates import FACTS
from app.queries.fitting_programmes import WISHES
from app.queries.one_document import one_document

MOST_PEOPLE = 1000
"""So many people at most are checked for one page, those who registered first."""

PROGRAMME_AND_PEOPLE = text(
    f"""
    SELECT json_build_object(
        'id', programme.id,
        'name', programme.name,
        'asked', programme.entry_requirements,
        'offer', json_build_object('sectors', programme.sectors, 'occupations', programme.target_occupations),
        'people', (
            SELECT coalesce(json_agg(json_build_object(
                'id', trajectory.id,
                'number', trajectory.number,
                'name', participant.first_name || ' ' || participant.last_name,
                'state', trajectory.state,
                'registeredOn', trajectory.registered_on,
                'isHere', trajectory.programme_id = programme.id,
                'programme', own.name,
                'facts', {FACTS},
                'wishes', {WISHES}
            ) ORDER BY trajectory.registered_on, trajectory.id), '[]')
            FROM (
                SELECT trajectory.*
                FROM trajectory
                WHERE trajectory.state IN ('registered', 'screening', 'waiting')
                  AND (trajectory.programme_id = programme.id OR NOT EXISTS (
                      SELECT FROM trajectory AS here
                      WHERE here.programme_id = programme.id AND here.participant_id = trajectory.participant_id
                  ))
                ORDER BY trajectory.registered_on, trajectory.id
                LIMIT {MOST_PEOPLE}
            ) AS trajectory
            JOIN participant ON participant.id = trajectory.participant_id
            JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
            JOIN programme AS own ON own.id = trajectory.programme_id
        )
    )::text
    FROM programme
    WHERE programme.id = :programme
    """
)


async def read_programme_and_people(session: AsyncSession, programme_id: UUID) -> dict[str, Any]:
    """Read a programme beside those who could come. Raises NotFound when it is not the reader's to see."""
    programme: dict[str, Any] = json.loads(await one_document(session, PROGRAMME_AND_PEOPLE, programme=programme_id))
    return programme

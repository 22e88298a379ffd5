"""One person, with everything that a programme may ask about, and all programmes: one statement."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.candidates import FACTS
from app.queries.one_document import one_document

WISHES = """
    json_build_object(
        'sectors', profile.wished_sectors, 'occupations', profile.wished_occupations,
        'hours', profile.wished_hours, 'travel_minutes', profile.wished_travel_minutes
    )
"""
"""A `Wishes` in JSON, in a statement with `participant_profile AS profile`."""

PERSON_AND_PROGRAMMES = text(
    f"""
    SELECT json_build_object(
        'id', trajectory.id,
        'number', trajectory.number,
        'name', participant.first_name || ' ' || participant.last_name,
        'firstName', participant.first_name,
        'state', trajectory.state,
        'programmeId', trajectory.programme_id,
        'facts', {FACTS},
        'wishes', {WISHES},
        'programmes', (
            SELECT coalesce(json_agg(json_build_object(
                'id', programme.id, 'name', programme.name, 'asked', programme.entry_requirements,
                'offer', json_build_object('sectors', programme.sectors, 'occupations', programme.target_occupations),
                'isOwn', programme.id = trajectory.programme_id
            ) ORDER BY programme.name), '[]')
            FROM programme
        )
    )::text
    FROM trajectory
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
    WHERE trajectory.id = :trajectory
    """
)


async def read_person_and_programmes(session: AsyncSession, trajectory_id: UUID) -> dict[str, Any]:
    """Read the person of a trajectory beside every programme that the reader may see. Raises NotFound."""
    person: dict[str, Any] = json.loads(await one_document(session, PERSON_AND_PROGRAMMES, trajectory=trajectory_id))
    return person

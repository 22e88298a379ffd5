"""People with two numbers: who may be one person, and two of them side by side."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound
from app.rules.probable_duplicates import KnownPerson, probable_duplicates

PEOPLE = """
    FROM participant
    JOIN participant_profile AS profile ON profile.id = participant.id
    WHERE participant.merged_into_id IS NULL
"""
ALIKE = text(
    f"""
    SELECT lead_organisation_id, id, number, name, birth_date, email
    FROM (
        SELECT participant.lead_organisation_id, participant.id, number, first_name || ' ' || last_name AS name,
               birth_date, email,
               count(*) OVER (PARTITION BY participant.lead_organisation_id, birth_date) AS born_that_day,
               count(*) OVER (PARTITION BY participant.lead_organisation_id, lower(email)) AS at_that_address
        {PEOPLE}
    ) AS known
    WHERE (birth_date IS NOT NULL AND born_that_day > 1) OR (email IS NOT NULL AND at_that_address > 1)
    ORDER BY number, id
    """
)
PAIR = text(
    f"""
    SELECT json_build_object(
        'id', participant.id,
        'number', number,
        'name', first_name || ' ' || last_name,
        'birthDate', birth_date,
        'gender', gender,
        'email', email,
        'phone', phone,
        'municipality', coalesce(profile.municipality_name, profile.municipality_code),
        'education', education,
        'version', participant.version + profile.version,
        'trajectories', (
            SELECT coalesce(json_agg(json_build_object(
                'id', trajectory.id,
                'number', trajectory.number,
                'programme', programme.name,
                'state', trajectory.state
            ) ORDER BY trajectory.registered_on, trajectory.number), '[]')
            FROM trajectory JOIN programme ON programme.id = trajectory.programme_id
            WHERE trajectory.participant_id = participant.id
        )
    )::text
    {PEOPLE} AND participant.id IN (:one, :other)
    ORDER BY number, participant.id
    """
)


async def read_probable_duplicates(session: AsyncSession) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Read the pairs of people, each with `id`, `number`, `name` and `birth_date`, who are probably one person."""
    by_organisation: dict[UUID, dict[str, dict[str, Any]]] = {}
    for row in (await session.execute(ALIKE)).mappings():
        by_organisation.setdefault(row["lead_organisation_id"], {})[str(row["id"])] = dict(row)
    return [
        (people[one], people[other])
        for people in by_organisation.values()
        for one, other in probable_duplicates(
            KnownPerson(key, row["name"], row["birth_date"], row["email"]) for key, row in people.items()
        )
    ]


async def read_pair(session: AsyncSession, one: UUID, other: UUID) -> list[dict[str, Any]]:
    """Read two people side by side. Raises NotFound when one is not there, or is merged already."""
    found = [json.loads(row) for row in await session.scalars(PAIR, {"one": one, "other": other})]
    if len(found) != len({one, other}) or one == other:
        raise NotFound
    return found

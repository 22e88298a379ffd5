"""Everyone who registered for a programme, with the decision and the check beside it: one statement."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.check_beside_decision import CHECK_BESIDE_DECISION
from app.queries.one_document import one_document
from app.rules.selection_funnel import Registration

REGISTRATIONS = TypeAdapter(tuple[Registration, ...])

SELECTION = text(
    f"""
    SELECT json_build_object(
        'id', programme.id,
        'name', programme.name,
        'asked', (SELECT coalesce(json_agg(asked::text), '[]') FROM jsonb_array_elements(entry_requirements) AS asked),
        'cohorts', (
            SELECT coalesce(json_agg(json_build_array(cohort.id, cohort.name) ORDER BY cohort.name), '[]')
            FROM cohort
            WHERE cohort.programme_id = programme.id
        ),
        'years', (
            SELECT coalesce(json_agg(year ORDER BY year DESC), '[]')
            FROM (
                SELECT DISTINCT cast(extract(year FROM registered_on) AS integer) AS year
                FROM trajectory
                WHERE trajectory.programme_id = programme.id
            ) AS years
        ),
        'registrations', (
            SELECT coalesce(json_agg(json_build_object(
                'registered_on', trajectory.registered_on,
                'state', trajectory.state,
                'screened_on', trajectory.screened_on,
                'decision', trajectory.decision,
                'decided_on', trajectory.decided_on,
                'started_on', trajectory.started_on,
                'reason', trajectory.decision_reason,
                'verdict', beside.check_verdict,
                'verdicts', (
                    SELECT coalesce(json_agg(json_build_array((said -> 'requirement')::text, said ->> 'verdict')), '[]')
                    FROM jsonb_array_elements(beside.check_result) AS said
                ),
                'over_qualified', beside.over_qualified,
                'gender', profile.gender,
                'birth_date', profile.birth_date,
                'education', profile.education,
                'residence_ground', profile.residence_ground,
                'speaking', (
                    SELECT measured.level
                    FROM language_measurement AS measured
                    WHERE measured.participant_id = trajectory.participant_id AND measured.superseded_at IS NULL
                      AND measured.skill = 'speaking'
                      AND measured.measured_on <= coalesce(trajectory.decided_on, trajectory.started_on, 'infinity')
                    ORDER BY measured.measured_on DESC, measured.official IS TRUE DESC, measured.recorded_at DESC
                    LIMIT 1
                )
            ) ORDER BY trajectory.registered_on, trajectory.id), '[]')
            FROM trajectory
            JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
            LEFT JOIN LATERAL ({CHECK_BESIDE_DECISION}) AS beside ON true
            WHERE trajectory.programme_id = programme.id
              AND (CAST(:cohort AS uuid) IS NULL OR trajectory.cohort_id = :cohort)
              AND (CAST(:year AS integer) IS NULL OR extract(year FROM trajectory.registered_on) = :year)
        )
    )::text
    FROM programme
    WHERE programme.id = :programme
    """
)


@dataclass(frozen=True)
class Selection:
    """A programme, and everyone who registered for it.

    `asked` are its requirements today in JSON, `cohorts` pairs of identity and name, `years` those of registration.
    """

    id: UUID
    name: str
    asked: tuple[str, ...]
    cohorts: tuple[tuple[UUID, str], ...]
    years: tuple[int, ...]
    registrations: tuple[Registration, ...]


async def read_selection(
    session: AsyncSession, programme_id: UUID, *, cohort: UUID | None = None, year: int | None = None
) -> Selection:
    """Read the selection of a programme, of one cohort or of one year of registration where that is asked.

    Raises NotFound when the programme is not there or not the reader's to see.
    """
    found = await one_document(session, SELECTION, programme=programme_id, cohort=cohort, year=year)
    read: dict[str, Any] = json.loads(found)
    return Selection(
        UUID(read["id"]),
        read["name"],
        tuple(read["asked"]),
        tuple((UUID(identity), name) for identity, name in read["cohorts"]),
        tuple(read["years"]),
        REGISTRATIONS.validate_python(read["registrations"]),
    )

"""The facts that entry requirements ask about, of one person or of many, in the statement that asks for the people.

Language and motivation are about a person: they are read from all trajectories that the reader may see. How things
stand at home belongs to the trajectory in which it was told.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound
from app.rules.candidate import Candidate
from app.rules.entry_check import check_entry
from app.rules.entry_finding import EntryCheck
from app.rules.entry_requirement import requirements_from

FACTS = """
    json_build_object(
        'birth_date', profile.birth_date,
        'education', profile.education,
        'residence_ground', profile.residence_ground,
        'benefit', profile.benefit,
        'under_civic_integration_duty', profile.under_civic_integration_duty,
        'civic_integration_route', profile.civic_integration_route,
        'measurements', (
            SELECT coalesce(json_agg(json_build_object(
                'skill', measured.skill, 'level', measured.level, 'on', measured.measured_on,
                'official', measured.official, 'instrument', measured.instrument, 'recorded_at', measured.recorded_at
            ) ORDER BY measured.recorded_at, measured.id), '[]')
            FROM language_measurement AS measured
            WHERE measured.participant_id = trajectory.participant_id AND measured.superseded_at IS NULL
        ),
        'interviews', (
            SELECT coalesce(json_agg(json_build_object(
                'sector', interview.sector, 'score', interview.score, 'on', interview.held_on
            ) ORDER BY interview.recorded_at, interview.id), '[]')
            FROM motivation_interview AS interview
            WHERE interview.participant_id = trajectory.participant_id AND interview.superseded_at IS NULL
        ),
        'circumstances', (
            SELECT coalesce(json_agg(json_build_object(
                'domain', circumstance.domain, 'state', circumstance.state, 'on', circumstance.assessed_on,
                'until', CAST(circumstance.superseded_at AT TIME ZONE 'Europe/Amsterdam' AS date)
            ) ORDER BY circumstance.recorded_at, circumstance.id), '[]')
            FROM circumstance
            WHERE circumstance.trajectory_id = trajectory.id
        )
    )
"""
"""A `Candidate` in JSON, in a statement with `trajectory` and `participant_profile AS profile`."""

_CANDIDATE = TypeAdapter(Candidate)

CANDIDACY = text(
    f"""
    SELECT {FACTS} AS facts, programme.entry_requirements AS asked
    FROM trajectory
    JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
    JOIN programme ON programme.id = trajectory.programme_id
    WHERE trajectory.id = :trajectory
    """
)


def candidate_from(facts: dict[str, Any]) -> Candidate:
    """Read the facts of a candidate as `FACTS` gives them."""
    return _CANDIDATE.validate_python(facts)


async def read_entry_check(session: AsyncSession, trajectory_id: UUID, on: date) -> EntryCheck:
    """Check the candidate of a trajectory against what its programme asks now, by what was known on a day.

    Raises NotFound when the trajectory is not there or not the reader's to see.
    """
    found = (await session.execute(CANDIDACY, {"trajectory": trajectory_id})).one_or_none()
    if found is None:
        raise NotFound
    return check_entry(requirements_from(found.asked), candidate_from(found.facts), on)

"""The language of one trajectory: what was measured, the support that was given, and the work beside it."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.one_document import one_document
from app.queries.proof import Story
from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.language_progress import Measurement

MEASUREMENTS = """(
            SELECT coalesce(json_agg(json_build_object(
                'id', measured.id, 'measuredOn', measured.measured_on, 'skill', measured.skill,
                'level', measured.level, 'instrument', measured.instrument, 'official', measured.official,
                'recordedAt', measured.recorded_at, 'supersededAt', measured.superseded_at
            ) ORDER BY measured.measured_on, measured.recorded_at), '[]')
            FROM language_measurement AS measured
            WHERE measured.trajectory_id = trajectory.id
        )"""
"""Every measurement of a trajectory, also those that were corrected later."""

SUPPORTS = """(
            SELECT coalesce(json_agg(json_build_object(
                'id', support.id, 'version', support.version, 'kind', support.kind,
                'hoursPerWeek', support.hours_per_week, 'provider', coalesce(support.provider, giver.name),
                'startsOn', support.starts_on, 'endsOn', support.ends_on
            ) ORDER BY support.starts_on, support.recorded_at), '[]')
            FROM language_support AS support
            LEFT JOIN organisation AS giver ON giver.id = support.organisation_id
            WHERE support.trajectory_id = trajectory.id
        )"""
"""The language support in a trajectory, with the name of who gives it."""

LANGUAGE = text(
    f"""
    SELECT json_build_object(
        'id', trajectory.id,
        'number', trajectory.number,
        'state', trajectory.state,
        'programme', programme.name,
        'name', participant.first_name || ' ' || participant.last_name,
        'firstName', participant.first_name,
        'participantVersion', participant.version + profile.version,
        'civicIntegrationRoute', profile.civic_integration_route,
        'civicIntegrationPhase', profile.civic_integration_phase,
        'registeredOn', trajectory.registered_on,
        'startedOn', trajectory.started_on,
        'endedOn', trajectory.ended_on,
        'languageMeasurements', {MEASUREMENTS},
        'languageSupports', {SUPPORTS},
        'placements', (
            SELECT coalesce(json_agg(json_build_object(
                'id', placement.id, 'trajectoryId', placement.trajectory_id,
                'kind', placement.kind, 'startsOn', placement.starts_on,
                'endsOn', placement.ends_on, 'organisation', json_build_object('name', organisation.name),
                'requiredLanguageLevel', placement.required_language_level
            ) ORDER BY placement.starts_on, placement.number), '[]')
            FROM placement
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE placement.trajectory_id = trajectory.id
        )
    )::text
    FROM trajectory
    JOIN programme ON programme.id = trajectory.programme_id
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
    WHERE trajectory.id = :id
    """
)


async def read_language(session: AsyncSession, trajectory_id: UUID) -> str:
    """Read the language of a trajectory as JSON. Raises NotFound when it is not there or not the reader's to see."""
    return await one_document(session, LANGUAGE, id=trajectory_id)


def measurements_in(told: Iterable[Story]) -> list[Measurement]:
    """The measurements that count, as the rules know them; a corrected one no longer speaks."""
    return [_measurement(one) for one in told if one["supersededAt"] is None]


def _measurement(one: Story) -> Measurement:
    return Measurement(
        skill=LanguageSkill(one["skill"]),
        level=LanguageLevel(one["level"]),
        on=date.fromisoformat(one["measuredOn"]),
        official=one["official"],
        instrument=one["instrument"],
        recorded_at=datetime.fromisoformat(one["recordedAt"]),
    )

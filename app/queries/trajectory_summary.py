"""One trajectory in short, for the round table of partners, in one statement. It reads nothing that was noted down."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.one_document import one_document

SUMMARY = text(
    """
    SELECT json_build_object(
        'id', trajectory.id,
        'number', trajectory.number,
        'state', trajectory.state,
        'phase', trajectory.phase,
        'erasedAt', participant.erased_at,
        'firstName', participant.first_name,
        'lastName', participant.last_name,
        'programme', programme.name,
        'cohort', cohort.name,
        'coachName', trajectory.coach_name,
        'coordinatorName', trajectory.coordinator_name,
        'municipalityName', trajectory.municipality_name,
        'registeredOn', trajectory.registered_on,
        'decidedOn', trajectory.decided_on,
        'decision', trajectory.decision,
        'startedOn', trajectory.started_on,
        'endedOn', trajectory.ended_on,
        'endOutcome', trajectory.end_outcome,
        'destination', trajectory.destination,
        'lastContactOn', trajectory.last_contact_on,
        'nextContactOn', trajectory.next_contact_on,
        'nextFollowUpOn', trajectory.next_follow_up_on,
        'followUpMonths', programme.follow_up_months,
        'education', profile.education,
        'wishedHours', profile.wished_hours,
        'wishedSectors', profile.wished_sectors,
        'skills', profile.skills,
        'levels', (
            SELECT coalesce(json_agg(json_build_object(
                'skill', latest.skill, 'level', latest.level, 'measuredOn', latest.measured_on,
                'official', latest.official, 'firstLevel', latest.first_level
            )), '[]')
            FROM (
                SELECT DISTINCT ON (skill) skill, level, measured_on, official,
                       first_value(level) OVER (PARTITION BY skill ORDER BY measured_on, recorded_at) AS first_level
                FROM language_measurement
                WHERE trajectory_id = trajectory.id AND superseded_at IS NULL
                ORDER BY skill, measured_on DESC, recorded_at DESC
            ) AS latest
        ),
        'languageSupports', (
            SELECT coalesce(json_agg(json_build_object(
                'kind', kind, 'hoursPerWeek', hours_per_week, 'startsOn', starts_on, 'endsOn', ends_on
            ) ORDER BY starts_on), '[]')
            FROM language_support
            WHERE trajectory_id = trajectory.id
        ),
        'circumstances', (
            SELECT coalesce(json_agg(json_build_object(
                'domain', domain, 'state', circumstance.state, 'assessedOn', assessed_on
            ) ORDER BY domain), '[]')
            FROM circumstance
            WHERE trajectory_id = trajectory.id AND superseded_at IS NULL
        ),
        'contacts', (
            SELECT json_build_object(
                'many', count(*),
                'came', count(*) FILTER (WHERE attendance IN ('came', 'late')),
                'missed', count(*) FILTER (WHERE attendance = 'did_not_come')
            )
            FROM coaching_contact
            WHERE trajectory_id = trajectory.id
        ),
        'placements', (
            SELECT coalesce(json_agg(json_build_object(
                'id', placement.id, 'kind', placement.kind, 'startsOn', placement.starts_on,
                'endsOn', placement.ends_on, 'endSource', placement.end_source,
                'expectedEndOn', placement.expected_end_on, 'hours', placement.hours,
                'contract', placement.contract, 'jobGuarantee', placement.job_guarantee,
                'jobGuaranteeKept', placement.job_guarantee_kept,
                'organisation', json_build_object('id', organisation.id, 'name', organisation.name),
                'supports', (
                    SELECT coalesce(json_agg(json_build_object('kind', kind, 'state', state) ORDER BY kind), '[]')
                    FROM workplace_support
                    WHERE placement_id = placement.id
                ),
                'ratings', (
                    SELECT coalesce(json_agg(json_build_object(
                        'by', rated_by, 'dimension', dimension, 'score', score
                    ) ORDER BY rated_by DESC, dimension), '[]')
                    FROM (
                        SELECT DISTINCT ON (rated_by, dimension) rated_by, dimension, score
                        FROM rating
                        WHERE rating.placement_id = placement.id AND rating.superseded_at IS NULL
                        ORDER BY rated_by, dimension, rated_on DESC, recorded_at DESC
                    ) AS latest
                )
            ) ORDER BY placement.starts_on DESC), '[]')
            FROM placement
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE placement.trajectory_id = trajectory.id
        ),
        'observations', (
            SELECT coalesce(json_agg(json_build_object(
                'placementId', placement_id, 'observedOn', observed_on, 'inPaidWork', in_paid_work,
                'source', source, 'supersededAt', superseded_at, 'recordedAt', recorded_at
            )), '[]')
            FROM observation
            WHERE observation.participant_id = trajectory.participant_id
        ),
        'tasks', (
            SELECT coalesce(json_agg(json_build_object('title', title, 'dueOn', due_on) ORDER BY due_on), '[]')
            FROM task
            WHERE trajectory_id = trajectory.id AND done_on IS NULL
        )
    )::text
    FROM trajectory
    JOIN programme ON programme.id = trajectory.programme_id
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
    LEFT JOIN cohort ON cohort.id = trajectory.cohort_id
    WHERE trajectory.id = :id
    """
)


async def read_summary(session: AsyncSession, trajectory_id: UUID) -> str:
    """Read the summary as JSON. Raises NotFound when it is not there or not the reader's to see."""
    return await one_document(session, SUMMARY, id=trajectory_id)

"""One screening with everything that was found out, decided and still has to be done, in one statement."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.candidates import FACTS
from app.queries.one_document import one_document
from app.queries.trajectory_page_tasks import TASKS

SCREENING = text(
    f"""
    SELECT json_build_object(
        'id', trajectory.id,
        'version', trajectory.version,
        'number', trajectory.number,
        'state', trajectory.state,
        'registeredOn', trajectory.registered_on,
        'screenedOn', trajectory.screened_on,
        'decidedOn', trajectory.decided_on,
        'coachId', trajectory.coach_id,
        'programme', json_build_object('id', programme.id, 'name', programme.name),
        'asked', programme.entry_requirements,
        'facts', {FACTS},
        'participant', json_build_object(
            'id', participant.id,
            'version', participant.version + profile.version,
            'first_name', participant.first_name,
            'last_name', participant.last_name,
            'birth_date', profile.birth_date,
            'education', profile.education,
            'diploma_recognised', profile.diploma_recognised,
            'residence_ground', profile.residence_ground,
            'benefit', profile.benefit,
            'under_civic_integration_duty', profile.under_civic_integration_duty,
            'civic_integration_route', profile.civic_integration_route,
            'civic_integration_phase', profile.civic_integration_phase,
            'wished_sectors', profile.wished_sectors,
            'wished_hours', profile.wished_hours,
            'wished_travel_minutes', profile.wished_travel_minutes,
            'ambitions', profile.ambitions,
            'skills', profile.skills,
            'prior_learning', profile.prior_learning
        ),
        'tests', (
            SELECT coalesce(json_agg(json_build_object(
                'instrument', test.instrument, 'score', test.score, 'outOf', test.out_of, 'takenOn', test.taken_on
            ) ORDER BY test.taken_on DESC, test.recorded_at DESC), '[]')
            FROM screening_test AS test
            WHERE test.trajectory_id = trajectory.id AND test.superseded_at IS NULL
        ),
        'interviews', (
            SELECT coalesce(json_agg(json_build_object(
                'sector', interview.sector, 'score', interview.score, 'heldOn', interview.held_on,
                'note', interview.note
            ) ORDER BY interview.held_on DESC, interview.recorded_at DESC), '[]')
            FROM motivation_interview AS interview
            WHERE interview.trajectory_id = trajectory.id AND interview.superseded_at IS NULL
        ),
        'circumstances', (
            SELECT coalesce(json_object_agg(circumstance.domain, json_build_object(
                'state', circumstance.state, 'arrangement', circumstance.arrangement,
                'assessedOn', circumstance.assessed_on
            )), '{{}}')
            FROM circumstance
            WHERE circumstance.trajectory_id = trajectory.id AND circumstance.superseded_at IS NULL
        ),
        'decisions', (
            SELECT coalesce(json_agg(json_build_object(
                'decision', decided.decision, 'decidedOn', decided.decided_on, 'reason', decided.reason,
                'conditions', decided.conditions, 'checkVerdict', decided.check_verdict,
                'checkResult', decided.check_result, 'decidedBy', account.display_name
            ) ORDER BY decided.decided_on DESC, decided.recorded_at DESC), '[]')
            FROM screening_decision AS decided
            LEFT JOIN account ON account.id = decided.recorded_by
            WHERE decided.trajectory_id = trajectory.id
        ),
        {TASKS}
    )::text
    FROM trajectory
    JOIN programme ON programme.id = trajectory.programme_id
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
    WHERE trajectory.id = :id
    """
)


async def read_screening(session: AsyncSession, trajectory_id: UUID) -> str:
    """Read one screening as JSON. Raises NotFound when it is not there or not the reader's to see."""
    return await one_document(session, SCREENING, id=trajectory_id)

"""One trajectory with everything that belongs to it, as nested JSON, in one statement.

Spells and observations are those of the person, of all trajectories that the reader may see: evidence is about a
life, not about a file. Each says which trajectory it belongs to.
"""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.asking_of_follow_up import ASKING
from app.queries.language_of_trajectory import MEASUREMENTS, SUPPORTS
from app.queries.one_document import one_document
from app.queries.story.statement import AS_JSON, LATEST_FIRST, WITH_ENTRIES
from app.queries.trajectory_page_inclusion import INCLUSION
from app.queries.trajectory_page_tasks import TASKS

LATEST = 20
"""How many entries of the story stand on the page itself."""

LEFT_SAID_BY = """(
    SELECT min(link.asked_of) FROM confirmation_link AS link
    WHERE link.follow_up_id = follow_up.id AND link.partial IS NOT NULL
)"""
"""Who said with a link that the person left, without the day."""

TRAJECTORY = text(
    f"""
    {WITH_ENTRIES}
    SELECT json_build_object(
        'id', trajectory.id,
        'version', trajectory.version,
        'number', trajectory.number,
        'state', trajectory.state,
        'programme', json_build_object('id', programme.id, 'name', programme.name),
        'cohort', CASE WHEN cohort.id IS NOT NULL
            THEN json_build_object('id', cohort.id, 'name', cohort.name) END,
        'participant', json_build_object(
            'id', participant.id,
            'number', participant.number,
            'firstName', participant.first_name,
            'lastName', participant.last_name,
            'email', participant.email,
            'phone', participant.phone,
            'contactLanguage', participant.contact_language,
            'erasedAt', participant.erased_at,
            'birthDate', profile.birth_date,
            'gender', profile.gender,
            'municipalityName', profile.municipality_name,
            'education', profile.education,
            'wishedHours', profile.wished_hours,
            'wishedSectors', profile.wished_sectors,
            'wishedOccupations', profile.wished_occupations,
            'earlierOccupations', profile.earlier_occupations
        ),
        'latest', (
            SELECT coalesce({AS_JSON}, '[]')
            FROM (SELECT * FROM entry ORDER BY {LATEST_FIRST} LIMIT {LATEST}) AS entry
            LEFT JOIN account ON account.id = entry.by
        ),
        'civicIntegrationRoute', profile.civic_integration_route,
        'municipalityCode', trajectory.municipality_code,
        'municipalityName', trajectory.municipality_name,
        'registeredOn', trajectory.registered_on,
        'screenedOn', trajectory.screened_on,
        'decision', trajectory.decision,
        'decidedOn', trajectory.decided_on,
        'decisionReason', trajectory.decision_reason,
        'startedOn', trajectory.started_on,
        'endedOn', trajectory.ended_on,
        'endOutcome', trajectory.end_outcome,
        'endReason', trajectory.end_reason,
        'destination', trajectory.destination,
        'coordinatorName', trajectory.coordinator_name,
        'coachName', trajectory.coach_name,
        'phase', trajectory.phase,
        'phaseSince', trajectory.phase_since,
        'nextContactOn', trajectory.next_contact_on,
        'lastContactOn', trajectory.last_contact_on,
        'nextFollowUpOn', trajectory.next_follow_up_on,
        'followUpMonths', programme.follow_up_months,
        {TASKS},
        'events', (
            SELECT coalesce(json_agg(json_build_object(
                'id', event.id, 'step', event.step, 'fromState', event.from_state, 'toState', event.to_state,
                'onDate', event.on_date, 'reason', event.reason, 'phase', event.phase
            ) ORDER BY event.on_date, event.recorded_at), '[]')
            FROM trajectory_event AS event
            WHERE event.trajectory_id = trajectory.id
        ),
        'languageMeasurements', {MEASUREMENTS},
        'languageSupports', {SUPPORTS},
        'contacts', (
            SELECT coalesce(json_agg(json_build_object(
                'id', contact.id, 'version', contact.version, 'contactedOn', contact.contacted_on,
                'kind', contact.kind, 'channel', contact.channel, 'minutes', contact.minutes,
                'attendance', contact.attendance, 'topics', contact.topics, 'note', contact.note,
                'nextContactOn', contact.next_contact_on, 'recordedBy', account.display_name
            ) ORDER BY contact.contacted_on DESC, contact.recorded_at DESC), '[]')
            FROM coaching_contact AS contact
            LEFT JOIN account ON account.id = contact.recorded_by
            WHERE contact.trajectory_id = trajectory.id
        ),
        'placements', (
            SELECT coalesce(json_agg(json_build_object(
                'id', placement.id, 'version', placement.version, 'number', placement.number,
                'trajectoryId', placement.trajectory_id,
                'organisation', json_build_object('id', organisation.id, 'name', organisation.name),
                'kind', placement.kind, 'jobTitle', placement.job_title, 'occupation', placement.occupation,
                'contract', placement.contract, 'hours', placement.hours, 'hourlyWage', placement.hourly_wage,
                'startsOn', placement.starts_on, 'expectedEndOn', placement.expected_end_on,
                'endsOn', placement.ends_on, 'endReason', placement.end_reason,
                'endSource', placement.end_source, 'endNote', placement.end_note,
                'jobGuarantee', placement.job_guarantee, 'jobGuaranteeKept', placement.job_guarantee_kept,
                'requiredLanguageLevel', placement.required_language_level,
                'requiredEducation', placement.required_education,
                'contact', (
                    SELECT json_build_object(
                        'id', contact.id, 'name', coalesce(contact.name, contact.email, contact.phone),
                        'bouncedAt', contact.bounced_at
                    ) FROM employer_contact AS contact WHERE contact.id = placement.contact_id
                )
            ) ORDER BY placement.starts_on, placement.number), '[]')
            FROM placement
            JOIN organisation ON organisation.id = placement.organisation_id
            WHERE placement.participant_id = trajectory.participant_id
        ),
        'observations', (
            SELECT coalesce(json_agg(json_build_object(
                'id', observation.id, 'trajectoryId', observation.trajectory_id,
                'placementId', observation.placement_id, 'observedOn', observation.observed_on,
                'inPaidWork', observation.in_paid_work,
                'onSocialAssistance', observation.on_social_assistance, 'source', observation.source,
                'hours', observation.hours, 'contract', observation.contract,
                'hourlyWage', observation.hourly_wage, 'sameConditions', observation.same_conditions,
                'note', observation.note, 'toldBy', observation.told_by, 'toldHow', observation.told_how,
                'toldOn', observation.told_on, 'supersedesId', observation.supersedes_id,
                'supersededAt', observation.superseded_at, 'recordedAt', observation.recorded_at,
                'recordedBy', account.display_name
            ) ORDER BY observation.observed_on DESC, observation.recorded_at DESC), '[]')
            FROM observation
            LEFT JOIN account ON account.id = observation.recorded_by
            WHERE observation.participant_id = trajectory.participant_id
        ),
        'followUps', (
            SELECT coalesce(json_agg(json_build_object(
                'id', follow_up.id, 'version', follow_up.version, 'placementId', follow_up.placement_id,
                'month', follow_up.month, 'dueOn', follow_up.due_on, 'opensOn', follow_up.opens_on,
                'closesOn', follow_up.closes_on, 'state', follow_up.state, 'closedOn', follow_up.closed_on,
                'reason', follow_up.reason, 'leftSaidBy', {LEFT_SAID_BY}, 'answeredBy', follow_up.answered_by,
                'computedDueOn', follow_up.computed_due_on, 'movedBecause', follow_up.moved_because,
                'timesAsked', follow_up.times_asked, 'acknowledgedOn', follow_up.acknowledged_on,
                'acknowledgedBecause', follow_up.acknowledged_because,
                'asking', {ASKING}
            ) ORDER BY follow_up.due_on), '[]')
            FROM follow_up
            WHERE follow_up.trajectory_id = trajectory.id
        ),
        {INCLUSION}
    )::text
    FROM trajectory
    JOIN programme ON programme.id = trajectory.programme_id
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
    LEFT JOIN cohort ON cohort.id = trajectory.cohort_id
    WHERE trajectory.id = :id
    """
)


async def read_trajectory(session: AsyncSession, trajectory_id: UUID) -> str:
    """Read one trajectory as JSON. Raises NotFound when it is not there or not the reader's to see."""
    return await one_document(session, TRAJECTORY, id=trajectory_id)

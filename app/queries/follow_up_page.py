"""One follow-up with all that somebody needs to call about it or to change it, as JSON, in one statement."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.one_document import one_document

FOLLOW_UP_PAGE = text(
    """
    SELECT json_build_object(
        'id', follow_up.id, 'version', follow_up.version, 'month', follow_up.month, 'state', follow_up.state,
        'dueOn', follow_up.due_on, 'opensOn', follow_up.opens_on, 'closesOn', follow_up.closes_on,
        'computedDueOn', follow_up.computed_due_on, 'movedBecause', follow_up.moved_because,
        'closedOn', follow_up.closed_on, 'reason', follow_up.reason,
        'timesAsked', follow_up.times_asked, 'lastAskedOn', follow_up.last_asked_on,
        'acknowledgedOn', follow_up.acknowledged_on, 'acknowledgedBecause', follow_up.acknowledged_because,
        'answeredBy', follow_up.answered_by,
        'links', (
            SELECT count(*) FROM confirmation_link
            WHERE confirmation_link.follow_up_id = follow_up.id AND confirmation_link.revoked_at IS NULL
        ),
        'trajectory', json_build_object('id', trajectory.id, 'number', trajectory.number),
        'programme', json_build_object('id', programme.id, 'name', programme.name),
        'participant', json_build_object(
            'firstName', participant.first_name, 'lastName', participant.last_name, 'phone', participant.phone,
            'hasEmail', participant.email IS NOT NULL
        ),
        'employer', organisation.name,
        'job', json_build_object(
            'id', placement.id, 'title', placement.job_title,
            'startsOn', placement.starts_on, 'endsOn', placement.ends_on
        ),
        'contact', CASE WHEN contact.id IS NOT NULL THEN json_build_object(
            'name', contact.name, 'phone', contact.phone, 'language', contact.language
        ) END
    )::text
    FROM follow_up
    JOIN trajectory ON trajectory.id = follow_up.trajectory_id
    JOIN programme ON programme.id = follow_up.programme_id
    JOIN participant ON participant.id = follow_up.participant_id
    JOIN placement ON placement.id = follow_up.placement_id
    JOIN organisation ON organisation.id = follow_up.organisation_id
    LEFT JOIN employer_contact AS contact ON contact.id = placement.contact_id
    WHERE follow_up.id = :id
    """
)


async def read_follow_up(session: AsyncSession, follow_up_id: UUID) -> dict[str, Any]:
    """Read one follow-up. Raises NotFound when it is not there or not the reader's to see."""
    read: dict[str, Any] = json.loads(await one_document(session, FOLLOW_UP_PAGE, id=follow_up_id))
    return read

"""One placement with what the page about inclusion there shows, as JSON, in one statement."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.one_document import one_document
from app.queries.trajectory_page_inclusion import INCLUSION

PLACEMENT = text(
    f"""
    SELECT json_build_object(
        'id', placement.id,
        'version', placement.version,
        'trajectoryId', trajectory.id,
        'kind', placement.kind,
        'jobTitle', placement.job_title,
        'organisation', organisation.name,
        'startsOn', placement.starts_on,
        'endsOn', placement.ends_on,
        'jobGuarantee', placement.job_guarantee,
        'jobGuaranteeKept', placement.job_guarantee_kept,
        'name', participant.first_name || ' ' || participant.last_name,
        'contactLanguage', participant.contact_language,
        {INCLUSION}
    )::text
    FROM placement
    JOIN trajectory ON trajectory.id = placement.trajectory_id
    JOIN organisation ON organisation.id = placement.organisation_id
    JOIN participant ON participant.id = placement.participant_id
    WHERE placement.id = :id
    """
)


async def read_placement_inclusion(session: AsyncSession, placement_id: UUID) -> str:
    """Read a placement as JSON. Raises NotFound when it is not there or not the reader's to see."""
    return await one_document(session, PLACEMENT, id=placement_id)

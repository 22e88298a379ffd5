"""Records a coaching contact."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import CoachingContact, Trajectory
from app.models.coaching_contact import CoachingContactSaid
from app.use_cases.audit import audit
from app.use_cases.faults import not_before, not_in_future, raise_for
from app.use_cases.load import load


async def record_contact(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, contact: CoachingContactSaid
) -> CoachingContact:
    """Record that somebody of the programme and the participant were in touch, or were to be."""
    trajectory = await load(session, Trajectory, trajectory_id)
    raise_for(
        [
            not_in_future("contacted_on", contact.contacted_on, by.today),
            not_before("next_contact_on", contact.next_contact_on, contact.contacted_on),
        ]
    )
    recorded = CoachingContact(**contact.model_dump(), **trajectory.fact_keys)
    session.add(recorded)
    await session.flush()
    await audit(
        session,
        by=by,
        action="record",
        object_type="coaching_contact",
        object_id=recorded.id,
        programme_id=trajectory.programme_id,
    )
    return recorded

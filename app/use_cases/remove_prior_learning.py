"""Takes away a recognition that was recorded by mistake."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Participant, ParticipantProfile
from app.models.participant import ParticipantUpdate
from app.use_cases.change_participant import change_participant


async def remove_prior_learning(
    session: AsyncSession, *, by: Actor, participant_id: UUID, version: int, place: int
) -> Participant:
    """Take away the recognition at a place in the list, counted from 0. Earlier versions of the profile keep it."""
    profile = await session.get_one(ParticipantProfile, participant_id)
    left = [one for number, one in enumerate(profile.prior_learning) if number != place]
    change = ParticipantUpdate.model_validate({"prior_learning": left})
    return await change_participant(session, by=by, participant_id=participant_id, version=version, change=change)

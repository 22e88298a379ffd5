"""Adds what a body recognised that somebody already knew and could do."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Participant, ParticipantProfile
from app.models.participant import ParticipantUpdate, PriorLearning
from app.use_cases.change_participant import change_participant
from app.use_cases.faults import not_in_future, raise_for


async def add_prior_learning(
    session: AsyncSession, *, by: Actor, participant_id: UUID, version: int, learned: PriorLearning
) -> Participant:
    """Add one recognition to those that are known. `version` is that of the person and the profile together."""
    profile = await session.get_one(ParticipantProfile, participant_id)
    if learned.recognised_on:
        raise_for([not_in_future("recognised_on", learned.recognised_on, by.today)])
    change = ParticipantUpdate.model_validate({"prior_learning": [*profile.prior_learning, learned]})
    return await change_participant(session, by=by, participant_id=participant_id, version=version, change=change)

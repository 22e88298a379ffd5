"""Adds a participant to a programme."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Participant, ParticipantProfile, Programme
from app.models.participant import ParticipantCreate, ParticipantFields, ProfileFields
from app.rules.folded_text import folded
from app.rules.permissions import Act
from app.use_cases.audit import audit
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to


async def add_participant(session: AsyncSession, *, by: Actor, participant: ParticipantCreate) -> Participant:
    """Add a participant with the profile; the number is one of the programme's lead organisation.

    Whether the number is taken, the database tells: it also knows participants whom the actor may not see.
    """
    programme = await referred_to(session, Programme, participant.programme_id, field="programme_id")
    require(by, Act.ADD_PARTICIPANT, programme.id)
    added = Participant(
        **participant.model_dump(include=set(ParticipantFields.model_fields)),
        lead_organisation_id=programme.lead_organisation_id,
        programme_ids=[programme.id],
        search_name=search_name(participant.first_name, participant.last_name),
    )
    session.add(added)
    await session.flush()
    profile = participant.model_dump(include=set(ProfileFields.model_fields))
    session.add(ParticipantProfile(**profile, id=added.id, programme_ids=[programme.id]))
    await session.flush()
    await audit(
        session,
        by=by,
        action="add",
        object_type="participant",
        object_id=added.id,
        programme_id=programme.id,
    )
    return added


def search_name(first_name: str, last_name: str) -> str:
    """The name as it is looked for: without capitals and accents."""
    return folded(f"{first_name} {last_name}")

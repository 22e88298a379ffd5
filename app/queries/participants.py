"""Participants as other programs read them, and the search for one by name."""

from uuid import UUID

from sqlalchemy import any_, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Participant, ParticipantProfile
from app.models.participant import ParticipantPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

participant = table_of(Participant)
profile = table_of(ParticipantProfile)
merged = participant.alias("merged")
PARTICIPANTS = Collection(
    ParticipantPublic,
    (participant, profile),
    rows=participant.join(profile, profile.c.id == participant.c.id),
    filters={
        "standing": participant.c.merged_into_id.is_(None) == bindparam("standing"),
        "programme": bindparam("programme") == any_(participant.c.programme_ids),
        "name": func.strpos(participant.c.search_name, bindparam("name")) > 0,
        "number": (participant.c.number == bindparam("number"))
        | exists().where(merged.c.merged_into_id == participant.c.id, merged.c.number == bindparam("number")),
        "email": participant.c.email == bindparam("email"),
        "birth_date": profile.c.birth_date == bindparam("birth_date"),
    },
    # Both parts count up and neither counts down, so the sum changes whenever one of them does.
    own={
        "version": participant.c.version + profile.c.version,
        "changed_at": func.greatest(participant.c.changed_at, profile.c.changed_at),
    },
)


async def read_merged_into(session: AsyncSession, participant_id: UUID) -> UUID | None:
    """Read as whom somebody goes on, where two numbers turned out to be one person."""
    chosen = select(participant.c.merged_into_id).where(participant.c.id == participant_id)
    found: UUID | None = await session.scalar(chosen)
    return found

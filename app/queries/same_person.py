"""People who may be the one that is being registered: the same birth date, or the same e-mail address."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

SAME = text(
    """
    SELECT participant.id, participant.number, participant.first_name || ' ' || participant.last_name AS name,
           profile.birth_date, participant.email
    FROM participant
    JOIN participant_profile AS profile ON profile.id = participant.id
    WHERE participant.erased_at IS NULL AND participant.merged_into_id IS NULL
      AND participant.lead_organisation_id = (SELECT lead_organisation_id FROM programme WHERE id = :programme)
      AND (profile.birth_date = CAST(:birth_date AS date) OR lower(participant.email) = lower(CAST(:email AS text)))
    ORDER BY participant.number
    LIMIT 100
    """
)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Somebody who is known already, with what tells people apart."""

    id: UUID
    number: str
    name: str
    birth_date: date | None
    email: str | None


async def read_lookalikes(
    session: AsyncSession, programme_id: UUID, birth_date: date | None, email: str | None
) -> list[Lookalike]:
    """Read those whom the reader may see and whom the programme's lead organisation knows."""
    found = await session.execute(SAME, {"programme": programme_id, "birth_date": birth_date, "email": email})
    return [Lookalike(*row) for row in found]

"""Somebody who is entered once more, under a second number."""

from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Participant
from app.models.participant import ParticipantCreate
from app.use_cases.add_participant import add_participant


async def enter_again(session: AsyncSession, *, by: Actor, known: Row[Any], **otherwise: str) -> Participant:
    """Enter somebody once more, as they are known but for what is said otherwise."""
    entered = {
        "programme_id": known.programme_id,
        "number": f"{known.number}-2",
        "first_name": known.first_name,
        "last_name": known.last_name,
        "birth_date": known.birth_date,
    }
    return await add_participant(session, by=by, participant=ParticipantCreate(**{**entered, **otherwise}))

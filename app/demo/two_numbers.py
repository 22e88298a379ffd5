"""Somebody who was entered twice, with first and last name in each other's place: a pair to compare and merge."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.setting import PROGRAMME
from app.models.participant import ParticipantCreate
from app.use_cases.add_participant import add_participant

SOMEBODY = text(
    """
    SELECT programme.id AS programme_id, participant.number, participant.first_name, participant.last_name,
           profile.birth_date
    FROM trajectory
    JOIN programme ON programme.id = trajectory.programme_id
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = participant.id
    WHERE programme.name = :name AND trajectory.state = 'active' AND profile.birth_date IS NOT NULL
    ORDER BY participant.number LIMIT 1
    """
)


async def add_two_numbers(session: AsyncSession, *, by: Actor) -> None:
    """Enter somebody once more. There is no second trajectory, so no report counts it."""
    known = (await session.execute(SOMEBODY, {"name": PROGRAMME})).one()
    again = ParticipantCreate(
        programme_id=known.programme_id,
        number=f"{known.number}-2",
        first_name=known.last_name,
        last_name=known.first_name,
        birth_date=known.birth_date,
        phone="0612345678",
    )
    await add_participant(session, by=by, participant=again)

"""Somebody who was entered twice, with first and last name in each other's place: a pair to compare and merge."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.entered_again import enter_again
from app.demo.setting import PROGRAMME

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
    await enter_again(
        session, by=by, known=known, first_name=known.last_name, last_name=known.first_name, phone="0612345678"
    )

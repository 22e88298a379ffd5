"""Somebody who asked to be forgotten, and somebody of whom two numbers became one."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.entered_again import enter_again
from app.demo.setting import PROGRAMME
from app.models.participant import ParticipantErased, ParticipantsMerged
from app.rules.code_lists import ErasureReason
from app.use_cases.erase_participant import erase_participant
from app.use_cases.merge_participants import merge_participants

LEFT = text(
    """
    SELECT participant.id, participant.version + profile.version AS version, participant.number,
           participant.first_name, participant.last_name, programme.id AS programme_id, profile.birth_date
    FROM trajectory
    JOIN programme ON programme.id = trajectory.programme_id
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN participant_profile AS profile ON profile.id = participant.id
    WHERE programme.name = :name AND trajectory.state = 'closed' AND profile.birth_date IS NOT NULL
    ORDER BY participant.number DESC LIMIT 2
    """
)


async def erase_and_merge(session: AsyncSession, *, by: Actor) -> None:
    """Of the two who left last by number: forget one, and merge a second number into the other."""
    erased, twice = (await session.execute(LEFT, {"name": PROGRAMME})).all()
    await erase_participant(
        session,
        by=by,
        participant_id=erased.id,
        version=erased.version,
        erased=ParticipantErased(reason=ErasureReason.ASKED),
    )
    again = await enter_again(session, by=by, known=twice)
    await merge_participants(
        session,
        by=by,
        kept_id=twice.id,
        version=twice.version,
        merged=ParticipantsMerged(participant_id=again.id, version=2),
    )

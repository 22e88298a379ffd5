"""Erases who somebody is; what happened stays, as that of somebody unknown."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from app.actor import Actor
from app.errors import ChangedMeanwhile, NotFound
from app.models import Participant, ParticipantProfile, Trajectory
from app.models.participant import ParticipantErased
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.add_participant import search_name
from app.use_cases.audit import audit
from app.use_cases.erased import refuse_erased
from app.use_cases.membership_roles import require
from app.use_cases.merged import refuse_merged
from app.use_cases.plan_follow_ups import plan_for

NAMELESS = "#"
"""Stands where a first name was; the number stands where the last name was."""


async def erase_participant(
    session: AsyncSession, *, by: Actor, participant_id: UUID, version: int, erased: ParticipantErased
) -> Participant:
    """Empty name, birth date, addresses and all that was typed about somebody, in earlier versions as well.

    Links stop, questions that wait are cancelled, and what was sent keeps no text. What reports count stays. So it
    goes with every number that was merged into this one.
    `version` is that of the person and the profile together. Raises Forbidden for whoever does not coordinate every
    programme of this person, and Conflict when it was done before.
    """
    participant = await session.get(Participant, participant_id, with_for_update=True, populate_existing=True)
    profile = await session.get(ParticipantProfile, participant_id, with_for_update=True, populate_existing=True)
    if participant is None or profile is None:
        raise NotFound
    refuse_merged(participant)
    merged = select(Participant).where(col(Participant.merged_into_id) == participant_id).with_for_update()
    numbers = [participant, *(await session.scalars(merged)).all()]
    for programme_id in {programme_id for one in numbers for programme_id in one.programme_ids}:
        require(by, Act.ERASE_PARTICIPANT, programme_id)
    refuse_erased(participant)
    if participant.version + profile.version != version:
        raise ChangedMeanwhile(Sentence("Somebody else changed this while you were busy. Nothing was overwritten."))
    for one in numbers:
        _forget(one, by, erased)
    await session.flush()
    for number_id in [one.id for one in numbers]:
        await session.execute(select(func.erase_person(number_id, by.at)))
    session.expire_all()
    of_person = select(Trajectory).where(col(Trajectory.participant_id) == participant_id)
    await plan_for(session, by=by, trajectories=(await session.scalars(of_person)).all())
    participant = await session.get_one(Participant, participant_id, populate_existing=True)
    for programme_id in participant.programme_ids:
        await audit(
            session,
            by=by,
            action="erase",
            object_type="participant",
            object_id=participant.id,
            programme_id=programme_id,
            changes={"erased_because": (None, erased.reason)},
        )
    return participant


def _forget(person: Participant, by: Actor, erased: ParticipantErased) -> None:
    person.first_name, person.last_name = NAMELESS, person.number
    person.search_name = search_name(person.first_name, person.last_name)
    person.email = person.phone = person.contact_language = None
    person.erased_at, person.erased_because = by.at, erased.reason

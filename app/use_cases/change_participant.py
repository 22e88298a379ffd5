"""Changes who a participant is, or what is known of them."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from app.actor import Actor
from app.errors import ChangedMeanwhile, NotFound
from app.models import Participant, ParticipantProfile
from app.models.participant import ParticipantUpdate
from app.rules.sentence import Sentence
from app.use_cases.add_participant import search_name
from app.use_cases.audit import Changes, audit
from app.use_cases.erased import refuse_erased
from app.use_cases.merged import refuse_merged
from app.use_cases.set_values import set_values


async def change_participant(
    session: AsyncSession, *, by: Actor, participant_id: UUID, version: int, change: ParticipantUpdate
) -> Participant:
    """Change the fields that were sent. `version` is that of the person and the profile together.

    One audit event is written for each programme of the participant, so that the team of each can read it.
    """
    participant = await session.get(Participant, participant_id, with_for_update=True, populate_existing=True)
    profile = await session.get(ParticipantProfile, participant_id, with_for_update=True, populate_existing=True)
    if participant is None or profile is None:
        raise NotFound
    refuse_merged(participant)
    if participant.version + profile.version != version:
        raise ChangedMeanwhile(Sentence("Somebody else changed this while you were busy. Nothing was overwritten."))
    refuse_erased(participant)
    values = change.model_dump(exclude_unset=True)
    changes = {**_set_own(participant, values), **_set_own(profile, values)}
    participant.search_name = search_name(participant.first_name, participant.last_name)
    await session.flush()
    for programme_id in participant.programme_ids:
        await audit(
            session,
            by=by,
            action="change",
            object_type="participant",
            object_id=participant.id,
            programme_id=programme_id,
            changes=changes,
        )
    return participant


def _set_own(row: SQLModel, values: Mapping[str, object]) -> Changes:
    return set_values(row, {name: value for name, value in values.items() if name in type(row).model_fields})

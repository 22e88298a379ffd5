"""Makes one of two participants who turned out to be the same person."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Table, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from app.actor import Actor
from app.errors import ChangedMeanwhile, FieldError, Forbidden, NotFound
from app.models import Participant, ParticipantProfile
from app.models.participant import ParticipantFields, ParticipantsMerged, ProfileFields
from app.rules.merged_person import gaps_filled
from app.rules.permissions import Act, why_not
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.erased import refuse_erased
from app.use_cases.faults import fault, raise_for
from app.use_cases.membership_roles import require, roles_in
from app.use_cases.merged import refuse_merged

WITH_VERSIONS = (
    "placement",
    "follow_up",
    "coaching_contact",
    "language_support",
    "task",
    "rating_request",
    "workplace_support",
)
"""Facts of a trajectory of which each change is a version: going along with the trajectory is one."""
Person = tuple[Participant, ParticipantProfile]


async def merge_participants(
    session: AsyncSession, *, by: Actor, kept_id: UUID, version: int, merged: ParticipantsMerged
) -> Participant:
    """Give the trajectories of one number, with all that happened in them, to the other, which goes on.

    `version` is that of the kept person and profile together. What only the merged one says is taken over. Reports of
    what was known before stay as they were. Raises InvalidInput, Conflict and Forbidden, each with the reason.
    """
    raise_for([_two_numbers(kept_id, merged.participant_id)])
    people = {one: await _load(session, one) for one in sorted((kept_id, merged.participant_id))}
    kept, other = people[kept_id], people[merged.participant_id]
    _may_merge(by, kept[0], other[0])
    raise_for([_same_organisation(kept[0], other[0])])
    for (participant, profile), read in ((kept, version), (other, merged.version)):
        refuse_merged(participant)
        refuse_erased(participant)
        if participant.version + profile.version != read:
            raise ChangedMeanwhile(Sentence("Somebody else changed this while you were busy. Nothing was overwritten."))
    filled = _take_over(kept, other)
    other[0].merged_into_id = kept_id
    await session.flush()
    await _move(session, by, kept_id, merged.participant_id)
    await _audit(session, by, kept[0], other[0], filled)
    return kept[0]


async def _load(session: AsyncSession, participant_id: UUID) -> Person:
    """Load somebody and hold the rows, always in the same order: two who do this never wait for each other."""
    participant = await session.get(Participant, participant_id, with_for_update=True, populate_existing=True)
    profile = await session.get(ParticipantProfile, participant_id, with_for_update=True, populate_existing=True)
    if participant is None or profile is None:
        raise NotFound
    return participant, profile


def _may_merge(by: Actor, kept: Participant, other: Participant) -> None:
    """Who coordinates every programme from which something moves, and one where the kept number is known."""
    for programme_id in other.programme_ids:
        require(by, Act.MERGE_PARTICIPANTS, programme_id)
    roles = frozenset().union(*(roles_in(by, programme_id) for programme_id in kept.programme_ids))
    refusal = why_not(Act.MERGE_PARTICIPANTS, roles)
    if refusal is not None:
        raise Forbidden(refusal)


def _two_numbers(kept_id: UUID, other_id: UUID) -> FieldError | None:
    if kept_id != other_id:
        return None
    return fault("participant_id", "same-number", Sentence("Choose two different numbers."))


def _same_organisation(kept: Participant, other: Participant) -> FieldError | None:
    if kept.lead_organisation_id == other.lead_organisation_id:
        return None
    elsewhere = Sentence("These two are known to different organisations. Only numbers of one organisation are merged.")
    return fault("participant_id", "of-another-organisation", elsewhere)


def _take_over(kept: Person, other: Person) -> dict[str, tuple[object, object]]:
    """What only the other one says goes to the kept one. Gives what changed."""
    filled: dict[str, tuple[object, object]] = {}
    for mine, theirs, fields in (
        (kept[0], other[0], ParticipantFields.model_fields),
        (kept[1], other[1], ProfileFields.model_fields),
    ):
        gaps = gaps_filled(_values(mine, fields), _values(theirs, fields))
        for name, value in gaps.items():
            filled[name] = (getattr(mine, name), value)
            setattr(mine, name, value)
    for row in kept:
        row.programme_ids = list(dict.fromkeys((*row.programme_ids, *other[0].programme_ids)))
    return filled


def _values(row: SQLModel, fields: Iterable[str]) -> dict[str, object]:
    return {name: getattr(row, name) for name in fields}


async def _move(session: AsyncSession, by: Actor, kept_id: UUID, other_id: UUID) -> None:
    """Move the trajectories; the database takes all facts along. Then everything with versions gets its next one."""
    for name, column in (("message", "participant_id"), ("participant", "merged_into_id")):
        table = SQLModel.metadata.tables[name]
        await session.execute(update(table).where(table.c[column] == other_id).values({column: kept_id}))
    trajectory = SQLModel.metadata.tables["trajectory"]
    moved = await session.scalars(
        update(trajectory)
        .where(trajectory.c.participant_id == other_id)
        .values(participant_id=kept_id, **_next_version(trajectory, by))
        .returning(trajectory.c.id)
    )
    trajectories = moved.all()
    for name in WITH_VERSIONS:
        fact = SQLModel.metadata.tables[name]
        of_them = fact.c.trajectory_id.in_(trajectories)
        await session.execute(update(fact).where(of_them).values(_next_version(fact, by)))


def _next_version(table: Table, by: Actor) -> dict[str, Any]:
    return {"version": table.c.version + 1, "changed_at": by.at, "changed_by": by.account_id}


async def _audit(
    session: AsyncSession, by: Actor, kept: Participant, other: Participant, filled: dict[str, tuple[object, object]]
) -> None:
    """One event for each programme of either, about the kept person, so that the team of each can read it."""
    for programme_id in kept.programme_ids:
        await audit(
            session,
            by=by,
            action="merge",
            object_type="participant",
            object_id=kept.id,
            programme_id=programme_id,
            changes={"number": (other.number, kept.number), **filled},
        )

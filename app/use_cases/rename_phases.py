"""Keeps people and funding in step with the phases of their programme, when those change."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import ProgrammeFunding
from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.use_cases.faults import fault, raise_for

MOVE_PEOPLE = text(
    """
    UPDATE trajectory
    SET phase = :renamed ->> phase, version = version + 1, changed_at = :at, changed_by = :by
    WHERE programme_id = :programme AND :renamed ? phase
    """
).bindparams(bindparam("renamed", type_=JSONB))
LEFT_BEHIND = text(
    "SELECT phase FROM trajectory WHERE programme_id = :programme AND phase = ANY (:gone) "
    "AND state IN ('admitted', 'active', 'paused', 'aftercare') ORDER BY phase LIMIT 1"
)


async def rename_phases(
    session: AsyncSession, *, by: Actor, programme_id: UUID, gone: Collection[str], renamed: Mapping[str, str]
) -> None:
    """Let people and funding follow the phases to their new names (old → new); `gone` are the names without a new one.

    Raises InvalidInput when there is funding for, or somebody guided in, a phase that would no longer be there; and
    when somebody gives a phase another name who cannot see the people in it.
    """
    is_of_the_team = by.is_operator or programme_id in by.programmes(Role.COORDINATOR, Role.COACH)
    cannot_see = Sentence(
        "People may be in this phase, whom you cannot see. Ask a coordinator of the programme to give it its new name."
    )
    raise_for([fault("phases", "not-seen", cannot_see) if renamed and not is_of_the_team else None])
    paid = await _rename_in_funding(session, programme_id, renamed)
    if renamed:
        moved = {"renamed": dict(renamed), "programme": programme_id, "at": by.at, "by": by.account_id}
        await session.execute(MOVE_PEOPLE, moved)
    left = (await session.scalars(LEFT_BEHIND, {"programme": programme_id, "gone": list(gone)})).first()
    unpaid = next(iter(sorted(paid & set(gone))), None)
    still_paid = Sentence(
        "There is funding for the phase “%(phase)s”. Change that funding first, then take the phase away.",
        phase=unpaid or "",
    )
    still_there = Sentence(
        "There are people in the phase “%(phase)s”. Bring them to another phase first, then take it away.",
        phase=left or "",
    )
    raise_for(
        [
            fault("phases", "paid-for", still_paid) if unpaid else None,
            fault("phases", "people-in-it", still_there) if left else None,
        ]
    )


async def _rename_in_funding(session: AsyncSession, programme_id: UUID, renamed: Mapping[str, str]) -> set[str]:
    """Give funding the new names; answers which phases are paid for by name."""
    of_the_programme = select(ProgrammeFunding).where(
        ProgrammeFunding.programme_id == programme_id, col(ProgrammeFunding.phases) != []
    )
    paying = (await session.scalars(of_the_programme.with_for_update())).all()
    for funding in paying:
        called = [renamed.get(name, name) for name in funding.phases]
        if called != funding.phases:
            funding.phases = called
    return {name for funding in paying for name in funding.phases}

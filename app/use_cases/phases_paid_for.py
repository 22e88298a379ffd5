"""Keeps funding in step with the phases it names, when the phases of a programme change."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import ProgrammeFunding
from app.rules.sentence import Sentence
from app.use_cases.faults import fault, raise_for


async def rename_phases_paid_for(
    session: AsyncSession, programme_id: UUID, *, phases: Collection[str], renamed: Mapping[str, str]
) -> None:
    """Let funding follow phases to their new names (old → new).

    Raises InvalidInput when funding pays for a phase that would no longer be there.
    """
    of_the_programme = select(ProgrammeFunding).where(
        ProgrammeFunding.programme_id == programme_id, col(ProgrammeFunding.phases) != []
    )
    paying = (await session.scalars(of_the_programme.with_for_update())).all()
    for funding in paying:
        called = [renamed.get(name, name) for name in funding.phases]
        if called != funding.phases:
            funding.phases = called
    gone = sorted({name for funding in paying for name in funding.phases} - set(phases))
    still_paid = Sentence(
        "There is funding for the phase “%(phase)s”. Change that funding first, then take the phase away.",
        phase=gone[0] if gone else "",
    )
    raise_for([fault("phases", "paid-for", still_paid) if gone else None])

"""Writes who guides somebody from a day, and who no longer does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import Account, Assignment, Trajectory
from app.rules.code_lists import AssignmentRole


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Somebody, or nobody, takes over a role in a trajectory on a day."""

    trajectory: Trajectory
    role: AssignmentRole
    account: Account | None
    on: date
    reason: str | None = None


async def current_assignments(
    session: AsyncSession, trajectory_ids: Sequence[UUID]
) -> dict[tuple[UUID, AssignmentRole], Assignment]:
    """Find who guides now, by trajectory and role."""
    now = select(Assignment).where(
        col(Assignment.trajectory_id).in_(trajectory_ids), col(Assignment.until_on).is_(None)
    )
    return {(one.trajectory_id, one.role): one for one in await session.scalars(now)}


async def take_over(session: AsyncSession, all_taken: Sequence[TakenOver]) -> None:
    """Write it all: what ends, what begins, and who the trajectories name.

    In this order, because there is one current assignment per role, and a trigger keeps what the trajectory names.
    """
    current = await current_assignments(session, [taken.trajectory.id for taken in all_taken])
    for taken in all_taken:
        held = current.get((taken.trajectory.id, taken.role))
        if held is not None:
            held.until_on = taken.on
    await session.flush()
    for taken in all_taken:
        if taken.account is not None:
            session.add(_assignment(taken, taken.account))
    await session.flush()
    for taken in all_taken:
        account_id = taken.account.id if taken.account else None
        name = taken.account.display_name if taken.account else None
        setattr(taken.trajectory, f"{taken.role}_id", account_id)
        setattr(taken.trajectory, f"{taken.role}_name", name)
    await session.flush()


def _assignment(taken: TakenOver, account: Account) -> Assignment:
    trajectory = taken.trajectory
    return Assignment(
        **trajectory.fact_keys,
        role=taken.role,
        account_id=account.id,
        display_name=account.display_name,
        from_on=taken.on,
        reason=taken.reason,
    )

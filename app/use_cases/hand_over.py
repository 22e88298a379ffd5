"""Hands over the guidance of one or more participants to another coach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import NOT_THERE
from app.models import Account, Assignment, AuditEvent, Membership, Trajectory
from app.models.base import Shape
from app.rules.code_lists import AssignmentRole, Role
from app.rules.hand_over import Guided, why_not_hand_over
from app.rules.permissions import Act, why_not
from app.rules.sentence import Sentence
from app.use_cases.audit import audit_row
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.membership_roles import roles_in
from app.use_cases.refer import referred_to
from app.use_cases.take_over import TakenOver, current_assignments, take_over


class HandOver(Shape):
    """To whom, from which day, and why."""

    coach_id: UUID
    from_on: date
    reason: str | None = Field(default=None, max_length=2000)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What became of one of them; without a reason it is done."""

    trajectory_id: UUID
    why_not: Sentence | None = None


async def hand_over(
    session: AsyncSession, *, by: Actor, versions: Mapping[UUID, int], to: HandOver
) -> list[HandedOver]:
    """Hand over those that can be, and say of each of the others why it stays with its coach.

    `versions` are the trajectories with the version that was read. Raises InvalidInput for a day that is still to come.
    """
    raise_for([not_in_future("from_on", to.from_on, by.today)])
    coach = await referred_to(session, Account, to.coach_id, field="coach_id")
    rows = await session.scalars(
        select(Trajectory)
        .where(col(Trajectory.id).in_(versions))
        .order_by(col(Trajectory.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    found = {row.id: row for row in rows}
    current = await current_assignments(session, list(found))
    member = select(Membership.programme_id).where(Membership.account_id == coach.id, Membership.role == Role.COACH)
    taker = _Taker(coach, frozenset(await session.scalars(member)))
    results = [
        HandedOver(
            trajectory_id,
            _why_not(
                by,
                found.get(trajectory_id),
                version,
                current.get((trajectory_id, AssignmentRole.COACH)),
                taker,
                to.from_on,
            ),
        )
        for trajectory_id, version in versions.items()
    ]
    await _write(session, by, [found[one.trajectory_id] for one in results if one.why_not is None], coach, to)
    return results


@dataclass(frozen=True, slots=True)
class _Taker:
    """Who takes over, and in which programmes that is a coach."""

    account: Account
    programmes: frozenset[UUID | None]


def _why_not(
    by: Actor, row: Trajectory | None, version: int, held: Assignment | None, taker: _Taker, on: date
) -> Sentence | None:
    if row is None:
        return NOT_THERE
    guided = Guided(
        state=row.state,
        is_changed=row.version != version,
        is_guided_by_taker=row.coach_id == taker.account.id,
        taker_is_coach_here=row.programme_id in taker.programmes,
        guided_since=held.from_on if held else None,
    )
    return why_not(Act.ASSIGN_TEAM, roles_in(by, row.programme_id)) or why_not_hand_over(guided, on)


async def _write(session: AsyncSession, by: Actor, moved: Sequence[Trajectory], coach: Account, to: HandOver) -> None:
    if not moved:
        return
    events = [
        audit_row(by, "assign", "trajectory", row.id, row.programme_id, changes={"coach_id": (row.coach_id, coach.id)})
        for row in moved
    ]
    await take_over(session, [TakenOver(row, AssignmentRole.COACH, coach, to.from_on, to.reason) for row in moved])
    await session.execute(insert(AuditEvent), events)

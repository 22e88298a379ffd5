"""Keeps the follow-ups of trajectories in step with their first paid placement and with the programme."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import FollowUp, Observation, Participant, Placement, Programme, Trajectory
from app.models.base import OfTrajectory
from app.rules.follow_up_life import WhyCancelled
from app.rules.follow_up_plan import has_died
from app.use_cases.audit import audit
from app.use_cases.replan_follow_ups import Ground, Replanned, answer_what_is_known, replan
from app.use_cases.revoke_links import revoke_links

Fact = TypeVar("Fact", bound=OfTrajectory)


async def plan_follow_ups_of(session: AsyncSession, *, by: Actor, trajectory: Trajectory) -> None:
    """Plan, move, cancel or answer follow-ups after a placement was added or changed, or a trajectory ended.

    All trajectories of the person in the programme are looked at: a death counts for each of them.
    """
    await session.flush()
    of_person = select(Trajectory).where(
        col(Trajectory.participant_id) == trajectory.participant_id,
        col(Trajectory.programme_id) == trajectory.programme_id,
    )
    await plan_for(session, by=by, trajectories=(await session.scalars(of_person)).all())


async def plan_for(session: AsyncSession, *, by: Actor, trajectories: Collection[Trajectory]) -> None:
    """Bring the follow-ups of some trajectories in step.

    The trajectories of one person in one programme come together, or a death may be overlooked.
    """
    ids = [trajectory.id for trajectory in trajectories]
    months = await _months(session, {trajectory.programme_id for trajectory in trajectories})
    locked = _of(FollowUp, ids).with_for_update().execution_options(populate_existing=True)
    existing = _by_trajectory(await session.scalars(locked))
    placements = _by_trajectory(await session.scalars(_of(Placement, ids)))
    standing = _of(Observation, ids).where(col(Observation.superseded_at).is_(None))
    observations = _by_trajectory(await session.scalars(standing))
    silent = await _silent(session, trajectories, placements)
    done: list[Replanned] = []
    for trajectory in trajectories:
        ground = Ground(
            placements=placements[trajectory.id],
            months=months[trajectory.programme_id],
            observations=observations[trajectory.id],
            silent_because=silent.get((trajectory.participant_id, trajectory.programme_id)),
            today=by.today,
        )
        one = replan(ground, existing[trajectory.id])
        answer_what_is_known([*existing[trajectory.id], *one.new], ground, on=by.today)
        session.add_all(one.new)
        done.append(one)
    await session.flush()
    await revoke_links(session, by=by, follow_ups=[stopped for one in done for stopped in one.stopped])
    for follow_up, moved_to in (back for one in done for back in one.moved_back):
        await _tell_moved_back(session, by, follow_up, moved_to)


async def _months(session: AsyncSession, programme_ids: Collection[UUID]) -> Mapping[UUID, list[int]]:
    chosen = select(Programme.id, Programme.follow_up_months).where(col(Programme.id).in_(programme_ids))
    return {programme_id: list(months) for programme_id, months in await session.execute(chosen)}


async def _tell_moved_back(session: AsyncSession, by: Actor, follow_up: FollowUp, moved_to: date) -> None:
    """Keep in the log that a day that a person chose no longer holds, because the plan changed."""
    await audit(
        session,
        by=by,
        action="move back",
        object_type="follow_up",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
        changes={"due_on": (moved_to, follow_up.due_on)},
    )


def _of(table: type[Fact], trajectory_ids: list[UUID]) -> Any:
    return select(table).where(col(table.trajectory_id).in_(trajectory_ids))


def _by_trajectory(facts: Iterable[Fact]) -> Mapping[UUID, list[Fact]]:
    found: defaultdict[UUID, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.trajectory_id].append(fact)
    return found


async def _silent(
    session: AsyncSession, trajectories: Collection[Trajectory], placements: Mapping[UUID, list[Placement]]
) -> Mapping[tuple[UUID, UUID], WhyCancelled]:
    """The people about whom nobody is asked any more, each with the programme.

    A programme recorded that they died, or it was erased who they are.
    """
    people = {one.participant_id for one in trajectories}
    erased = select(Participant.id).where(col(Participant.id).in_(people), col(Participant.erased_at).is_not(None))
    unknown = set(await session.scalars(erased))
    return {
        (one.participant_id, one.programme_id): WhyCancelled.ERASED
        for one in trajectories
        if one.participant_id in unknown
    } | {
        (one.participant_id, one.programme_id): WhyCancelled.DECEASED
        for one in trajectories
        if has_died([one.end_reason, one.destination, *(placement.end_reason for placement in placements[one.id])])
    }

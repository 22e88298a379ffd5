"""Starts a placement: somebody begins a job, an internship, an education or another activity."""

from itertools import count
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import UnknownReference
from app.models import Organisation, Placement, Trajectory
from app.models.base import Shape
from app.models.placement import PlacementFields
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.choose_contact import check_contact
from app.use_cases.faults import (
    fault,
    kept_without_promise,
    not_before,
    not_before_trajectory,
    not_in_future,
    raise_for,
)
from app.use_cases.load import load
from app.use_cases.plan_follow_ups import plan_follow_ups_of
from app.use_cases.plan_rating_requests import plan_rating_requests_of


class PlacementStarted(PlacementFields, Shape):
    """A placement that starts, with the organisation where it is."""

    organisation_id: UUID


async def start_placement(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, started: PlacementStarted
) -> Placement:
    """Record a placement. When it is the first paid one of the trajectory, its follow-ups are planned.

    What both sides think of it is asked of every paid one.
    """
    trajectory = await load(session, Trajectory, trajectory_id)
    await load(session, Organisation, started.organisation_id)
    await _check_earlier(session, trajectory, started.follows_id)
    await check_contact(
        session,
        started.contact_id,
        programme_id=trajectory.programme_id,
        organisation_id=started.organisation_id,
    )
    raise_for(
        [
            not_before_trajectory("starts_on", started.starts_on, trajectory),
            not_before("expected_end_on", started.expected_end_on, started.starts_on),
            not_before("ends_on", started.ends_on, started.starts_on),
            not_in_future("ends_on", started.ends_on or started.starts_on, by.today) if started.ends_on else None,
            kept_without_promise(promised=started.job_guarantee, kept=started.job_guarantee_kept),
        ]
    )
    placement = Placement(
        **started.model_dump(), number=await _next_number(session, trajectory), **trajectory.fact_keys
    )
    session.add(placement)
    await plan_follow_ups_of(session, by=by, trajectory=trajectory)
    await plan_rating_requests_of(session, by=by, placement=placement)
    await audit(
        session,
        by=by,
        action="add",
        object_type="placement",
        object_id=placement.id,
        programme_id=trajectory.programme_id,
        changes={"kind": (None, placement.kind), "starts_on": (None, placement.starts_on)},
    )
    return placement


async def _check_earlier(session: AsyncSession, trajectory: Trajectory, follows_id: UUID | None) -> None:
    """The placement that this one follows is one of the same participant, perhaps in another trajectory."""
    if follows_id is None:
        return
    earlier = await session.get(Placement, follows_id)
    if earlier is None or earlier.participant_id != trajectory.participant_id:
        unknown = Sentence("This placement is not one of this participant.")
        raise UnknownReference([fault("follows_id", "unknown", unknown)])


async def _next_number(session: AsyncSession, trajectory: Trajectory) -> str:
    """Number the placements of a trajectory after it: T0001-1, T0001-2. A number that is taken is passed over."""
    taken = set(
        await session.scalars(
            select(Placement.number).where(
                col(Placement.programme_id) == trajectory.programme_id,
                col(Placement.number).startswith(f"{trajectory.number}-", autoescape=True),
            )
        )
    )
    return next(number for n in count(1) if (number := f"{trajectory.number}-{n}") not in taken)

"""Changes a placement, or ends it."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Placement, Trajectory
from app.models.base import Shape
from app.rules.code_lists import Contract, EvidenceSource, LanguageLevel, PlacementEndReason, SpellKind
from app.use_cases.audit import audit
from app.use_cases.choose_contact import check_contact
from app.use_cases.faults import kept_without_promise, not_before, not_before_trajectory, not_in_future, raise_for
from app.use_cases.load import load, load_to_change
from app.use_cases.plan_follow_ups import plan_follow_ups_of
from app.use_cases.plan_rating_requests import plan_rating_requests_of
from app.use_cases.set_values import set_values


class PlacementChange(Shape):
    """What can change about a placement while it runs; only the fields that are set are changed."""

    kind: SpellKind | None = None
    job_title: str | None = Field(default=None, max_length=200)
    occupation: str | None = Field(default=None, pattern=r"^[0-9]{1,4}$")
    contract: Contract | None = None
    hours: float | None = Field(default=None, ge=0, le=80)
    hourly_wage: float | None = Field(default=None, ge=0, le=1000)
    starts_on: date | None = None
    expected_end_on: date | None = None
    job_guarantee: bool | None = None
    required_language_level: LanguageLevel | None = None
    required_education: int | None = Field(default=None, ge=0, le=8)
    job_guarantee_kept: bool | None = None
    contact_id: UUID | None = None


class PlacementEnd(Shape):
    """The last day worked, why it ended, and who says so."""

    ends_on: date
    end_reason: PlacementEndReason | None = None
    end_source: EvidenceSource = EvidenceSource.COACH
    end_note: str | None = Field(default=None, max_length=2000)


async def change_placement(
    session: AsyncSession, *, by: Actor, placement_id: UUID, version: int, change: PlacementChange
) -> Placement:
    """Change what is known of a placement; its follow-ups move along with its start."""
    placement = await load_to_change(session, Placement, placement_id, version)
    values = change.model_dump(exclude_unset=True)
    kept_when_empty = {name for name in ("kind", "starts_on") if values.get(name, ...) is None}
    starts_on = values.get("starts_on") or placement.starts_on
    trajectory = await load(session, Trajectory, placement.trajectory_id)
    raise_for(
        [
            not_before_trajectory("starts_on", starts_on, trajectory) if starts_on != placement.starts_on else None,
            not_before("expected_end_on", values.get("expected_end_on", placement.expected_end_on), starts_on),
            not_before("ends_on", placement.ends_on, starts_on),
            kept_without_promise(
                promised=values.get("job_guarantee", placement.job_guarantee),
                kept=values.get("job_guarantee_kept", placement.job_guarantee_kept),
            ),
        ]
    )
    await check_contact(
        session,
        values.get("contact_id"),
        programme_id=placement.programme_id,
        organisation_id=placement.organisation_id,
    )
    return await _apply(session, by, placement, "change", {k: v for k, v in values.items() if k not in kept_when_empty})


async def end_placement(
    session: AsyncSession, *, by: Actor, placement_id: UUID, version: int, end: PlacementEnd
) -> Placement:
    """Record the last day of a placement. It is evidence: the placement is proven up to and including that day."""
    placement = await load_to_change(session, Placement, placement_id, version)
    raise_for(
        [
            not_in_future("ends_on", end.ends_on, by.today),
            not_before("ends_on", end.ends_on, placement.starts_on),
        ]
    )
    return await _apply(session, by, placement, "end", end.model_dump())


async def _apply(
    session: AsyncSession, by: Actor, placement: Placement, action: str, values: dict[str, object]
) -> Placement:
    changes = set_values(placement, values)
    await plan_follow_ups_of(session, by=by, trajectory=await load(session, Trajectory, placement.trajectory_id))
    await plan_rating_requests_of(session, by=by, placement=placement)
    await audit(
        session,
        by=by,
        action=action,
        object_type="placement",
        object_id=placement.id,
        programme_id=placement.programme_id,
        changes=changes,
    )
    return placement

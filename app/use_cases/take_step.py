"""Takes a step with a trajectory: screen, admit, start, end, reopen."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from app.actor import Actor
from app.errors import FieldError, Forbidden, InvalidInput
from app.models import Placement, Trajectory, TrajectoryEvent
from app.queries.candidates import read_entry_check
from app.rules.code_lists import EndOutcome, TrajectoryState
from app.rules.entry_finding import EntryCheck
from app.rules.follow_up_plan import has_died
from app.rules.permissions import why_not_take
from app.rules.sentence import Sentence
from app.rules.trajectory_states import Refused, Step, decide_step
from app.use_cases.audit import audit
from app.use_cases.faults import fault
from app.use_cases.keep_decision import faults_of_decision, keep_decision
from app.use_cases.load import load_to_change
from app.use_cases.membership_roles import roles_in
from app.use_cases.plan_follow_ups import plan_follow_ups_of
from app.use_cases.step_taken import StepTaken

ENDS = {Step.COMPLETE: EndOutcome.COMPLETED, Step.DROP_OUT: EndOutcome.DROPPED_OUT}


async def take_step(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, version: int, taken: StepTaken
) -> Trajectory:
    """Take a step, keep it as an event, and bring the trajectory's own days up to date.

    Raises InvalidInput with a sentence per field when the step is not possible, Forbidden when it is not the
    actor's to take, ChangedMeanwhile when somebody else was first.
    """
    trajectory = await load_to_change(session, Trajectory, trajectory_id, version)
    refusal = why_not_take(taken.step, roles_in(by, trajectory.programme_id))
    if refusal:
        raise Forbidden(refusal)
    from_state = trajectory.state
    decided = decide_step(
        from_state,
        taken.step,
        on=taken.on_date,
        not_before=await _last_step_on(session, trajectory),
        today=by.today,
        given=taken.given,
    )
    refused = decided.faults if isinstance(decided, Refused) else {}
    if "step" in refused:
        raise InvalidInput.of("step", "not-allowed", refused["step"])
    check = await _check_beside(session, trajectory, taken)
    faults = {
        **await _placements_before_the_start(session, trajectory, taken),
        **{name: fault(name, "not-allowed", reason) for name, reason in refused.items()},
        **{one.name: one for one in await faults_of_decision(session, trajectory, taken, check, by.today)},
    }
    if isinstance(decided, Refused) or faults:
        raise InvalidInput(list(faults.values()))
    before = trajectory.model_dump(include=DAYS_AND_DECISIONS)
    trajectory.state = decided.to_state
    _bring_up_to_date(trajectory, taken)
    if taken.decision and check:
        await keep_decision(session, by=by, trajectory=trajectory, taken=taken, decision=taken.decision, check=check)
    session.add(
        TrajectoryEvent(
            **trajectory.fact_keys,
            step=taken.step,
            from_state=from_state,
            to_state=decided.to_state,
            on_date=taken.on_date,
            reason=taken.reason,
        )
    )
    await session.flush()
    after = trajectory.model_dump(include=DAYS_AND_DECISIONS)
    if _tells_of_death(before) != _tells_of_death(after):
        await plan_follow_ups_of(session, by=by, trajectory=trajectory)
    await audit(
        session,
        by=by,
        action=taken.step,
        object_type="trajectory",
        object_id=trajectory.id,
        programme_id=trajectory.programme_id,
        changes={name: (before[name], after[name]) for name in after if before[name] != after[name]},
    )
    return trajectory


DAYS_AND_DECISIONS = {
    "state",
    "screened_on",
    "decision",
    "decided_on",
    "decision_reason",
    "started_on",
    "ended_on",
    "end_outcome",
    "end_reason",
    "end_note",
    "destination",
    "ladder_end",
}


def _tells_of_death(days_and_decisions: dict[str, Any]) -> bool:
    return has_died([days_and_decisions["end_reason"], days_and_decisions["destination"]])


async def _last_step_on(session: AsyncSession, trajectory: Trajectory) -> date:
    """Find the day of the last step; a trajectory that came in without its steps has its own days."""
    latest = select(func.max(TrajectoryEvent.on_date)).where(col(TrajectoryEvent.trajectory_id) == trajectory.id)
    event_day = (await session.scalars(latest)).one()
    own = (
        trajectory.registered_on,
        trajectory.screened_on,
        trajectory.decided_on,
        trajectory.started_on,
        trajectory.ended_on,
        event_day,
    )
    return max(day for day in own if day is not None)


async def _placements_before_the_start(
    session: AsyncSession, trajectory: Trajectory, taken: StepTaken
) -> dict[str, FieldError]:
    """A trajectory does not start after a placement of it began."""
    first = select(func.min(Placement.starts_on)).where(col(Placement.trajectory_id) == trajectory.id)
    begun = (await session.scalars(first)).one() if taken.step is Step.START else None
    if begun is None or begun >= taken.on_date:
        return {}
    sentence = Sentence("A placement began on %(day)s; the trajectory starts on that day at the latest.", day=begun)
    return {"on_date": fault("on_date", "after-placement", sentence)}


async def _check_beside(session: AsyncSession, trajectory: Trajectory, taken: StepTaken) -> EntryCheck | None:
    """What the entry requirements say on the day of a decision; nothing for a step that decides nothing."""
    if taken.decision is None:
        return None
    return await read_entry_check(session, trajectory.id, taken.on_date)


def _bring_up_to_date(trajectory: Trajectory, taken: StepTaken) -> None:
    if taken.step is Step.SCREEN:
        trajectory.screened_on = taken.on_date
    elif taken.decision:
        trajectory.screened_on = trajectory.screened_on or _screened_on(taken)
        trajectory.decision = taken.decision
        trajectory.decided_on = taken.on_date
        trajectory.decision_reason = taken.reason
    elif taken.step is Step.START:
        trajectory.started_on = taken.on_date
    elif taken.step in ENDS:
        trajectory.ended_on = taken.on_date
        trajectory.end_outcome = ENDS[taken.step]
        trajectory.end_reason = taken.end_reason
        trajectory.end_note = taken.reason
        trajectory.destination = taken.destination
        trajectory.ladder_end = taken.ladder_end
    elif taken.step is Step.REOPEN and trajectory.state is TrajectoryState.ACTIVE:
        trajectory.ended_on = trajectory.end_outcome = trajectory.end_reason = None
        trajectory.end_note = trajectory.destination = trajectory.ladder_end = None
    elif taken.step is Step.REOPEN:
        trajectory.decision = trajectory.decided_on = trajectory.decision_reason = None


def _screened_on(taken: StepTaken) -> date | None:
    """A candidate who withdraws before the screening was never screened."""
    return None if taken.step is Step.WITHDRAW else taken.on_date

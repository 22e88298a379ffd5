"""Trajectories with the steps that follow from their days."""

from __future__ import annotations

from uuid import uuid4

from app.exchange.closed_lists import TRAJECTORY_END_REASONS
from app.exchange.end_reasons import reason_and_note
from app.exchange.row_contents import TrajectoryContent
from app.exchange.sheet_reading import ReadRow
from app.models import Cohort, Participant, Programme, ScreeningDecision, Trajectory, TrajectoryEvent
from app.rules.code_lists import Decision, TrajectoryEndReason, TrajectoryState
from app.rules.folded_text import folded
from app.rules.imported_steps import (
    ImportedStep,
    ReportedDays,
    steps_from_registration,
    steps_still_to_take,
)
from app.use_cases.importing.keys import keys_of
from app.use_cases.importing.plan import Plan

REGISTERED = "register"
NO_REASON_GIVEN = "Niet vermeld in het geïmporteerde bestand."
"""Stands for the reason of a decision that needs one, in the language of the programmes' own files."""
NEEDS_REASON = frozenset({Decision.DECLINED, Decision.REFERRED})


def days_of(said: TrajectoryContent) -> ReportedDays:
    """What a row of Trajecten says about the steps."""
    return ReportedDays(
        said.registered_on, said.screened_on, said.decision, said.started_on, said.ended_on, said.end_outcome
    )


def plan_trajectory(
    plan: Plan,
    row: ReadRow[TrajectoryContent],
    programme: Programme,
    person: Participant,
    living_in: tuple[str | None, str | None],
) -> Trajectory:
    """Plan one trajectory; ``living_in`` is the code and name of the municipality at its start."""
    said = row.said
    known = plan.known.trajectories.get((programme.lead_organisation_id, said.number))
    wanted = _fields(plan, said, programme)
    if known is None:
        return _new(plan, row, programme, person, wanted, living_in)
    steps = steps_still_to_take(known.state, days_of(said)) or []
    if steps:
        wanted["state"] = steps[-1].to_state
    if known.decision == said.decision and known.decided_on not in (None, known.screened_on):
        del wanted["decided_on"]
    if known.municipality_code is None and folded(known.municipality_name or "") == folded(living_in[1] or ""):
        wanted["municipality_code"] = living_in[0]
    changed = plan.change(known, wanted)
    _add_steps(plan, known, said, steps, decided_anew=said.decision not in (None, known.decision))
    plan.settled(row, changed=changed)
    return known


def _new(
    plan: Plan,
    row: ReadRow[TrajectoryContent],
    programme: Programme,
    person: Participant,
    wanted: dict[str, object],
    living_in: tuple[str | None, str | None],
) -> Trajectory:
    said = row.said
    steps = steps_from_registration(days_of(said))
    trajectory = plan.add(
        Trajectory,
        id=uuid4(),
        number=said.number,
        programme_id=programme.id,
        participant_id=person.id,
        state=steps[-1].to_state if steps else TrajectoryState.REGISTERED,
        municipality_code=living_in[0],
        municipality_name=living_in[1],
        **wanted,
    )
    plan.add(
        TrajectoryEvent,
        **keys_of(trajectory),
        step=REGISTERED,
        to_state=TrajectoryState.REGISTERED,
        on_date=said.registered_on,
    )
    _add_steps(plan, trajectory, said, steps, decided_anew=said.decision is not None)
    plan.created(row)
    return trajectory


def _add_steps(
    plan: Plan,
    trajectory: Trajectory,
    said: TrajectoryContent,
    steps: list[ImportedStep],
    *,
    decided_anew: bool,
) -> None:
    for step in steps:
        plan.add(
            TrajectoryEvent,
            **keys_of(trajectory),
            step=step.step,
            from_state=step.from_state,
            to_state=step.to_state,
            on_date=step.on,
            reason=_reason(said, step),
        )
    if decided_anew and said.decision is not None:
        plan.add(
            ScreeningDecision,
            **keys_of(trajectory),
            decision=said.decision,
            decided_on=days_of(said).decided_on,
            reason=said.decision_reason or (NO_REASON_GIVEN if said.decision in NEEDS_REASON else None),
        )


def _reason(said: TrajectoryContent, step: ImportedStep) -> str | None:
    if step.to_state in (TrajectoryState.COMPLETED, TrajectoryState.DROPPED_OUT):
        return said.end_reason
    admitted_on_the_way = step.to_state in (TrajectoryState.SCREENING, TrajectoryState.ACTIVE)
    return None if admitted_on_the_way else said.decision_reason


def _fields(plan: Plan, said: TrajectoryContent, programme: Programme) -> dict[str, object]:
    end_reason, end_note = reason_and_note(TRAJECTORY_END_REASONS, TrajectoryEndReason.OTHER, said.end_reason)
    return {
        "cohort_id": _cohort(plan, programme, said.cohort).id if said.cohort else None,
        "registered_on": said.registered_on,
        "screened_on": said.screened_on,
        "decision": said.decision,
        "decided_on": days_of(said).decided_on,
        "decision_reason": said.decision_reason,
        "started_on": said.started_on,
        "ended_on": said.ended_on,
        "end_outcome": said.end_outcome,
        "end_reason": end_reason,
        "end_note": end_note,
        "destination": said.destination,
        "ladder_start": said.ladder_start,
        "ladder_end": said.ladder_end,
        "coordinator_id": plan.known.team.get((programme.id, folded(said.coordinator or ""))),
        "coordinator_name": said.coordinator,
        "coach_id": plan.known.team.get((programme.id, folded(said.coach or ""))),
        "coach_name": said.coach,
    }


def _cohort(plan: Plan, programme: Programme, name: str) -> Cohort:
    cohort = plan.known.cohorts.get((programme.id, name))
    if cohort is None:
        cohort = plan.add(Cohort, id=uuid4(), programme_id=programme.id, name=name)
        plan.known.cohorts[programme.id, name] = cohort
    return cohort

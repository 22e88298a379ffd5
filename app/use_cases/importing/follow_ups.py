"""Follow-ups: planned from the first paid placement, closed by the file, answered by observations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.exchange.row_contents import FollowUpContent
from app.exchange.sheet_reading import ReadRow
from app.models import FollowUp, Observation, Placement, Programme, Trajectory
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import WhyCancelled
from app.rules.follow_up_plan import has_died
from app.rules.sentence import Sentence
from app.use_cases.importing.plan import Plan
from app.use_cases.replan_follow_ups import Ground, Replanned, answer_what_is_known, replan

ANSWERED = Sentence("the follow-up has been answered")


@dataclass(slots=True)
class Evidence:
    """What the follow-ups of one trajectory go by, the file and what we knew taken together."""

    trajectory: Trajectory
    programme: Programme
    placements: list[Placement] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    corrected: list[tuple[Observation, Observation]] = field(default_factory=list)
    """Observations that supersede another, with the one they supersede."""
    closings: list[FollowUpContent] = field(default_factory=list)


def plan_closing(plan: Plan, row: ReadRow[FollowUpContent], evidence: Evidence) -> None:
    """Plan that a follow-up gets no answer. One that has been answered stays answered."""
    said = row.said
    placements = {placement.id: placement.number for placement in evidence.placements}
    known = next(
        (
            one
            for one in plan.known.follow_ups.get(evidence.trajectory.id, [])
            if placements.get(one.placement_id) == said.placement and one.month == said.month
        ),
        None,
    )
    if known is not None and known.state is FollowUpState.ANSWERED:
        plan.skip(row, ANSWERED)
        return
    evidence.closings.append(said)
    if known is None:
        plan.created(row)
    else:
        plan.settled(row, changed=known.state is not said.outcome)


def bring_up_to_date(plan: Plan, evidence: Evidence) -> Replanned:
    """Plan, close and answer the follow-ups of one trajectory, after its placements have been written.

    Those that are there are changed in place. What the file closes is closed on its target date; what an observation
    answers on the day of the observation.
    """
    known = plan.known.follow_ups.get(evidence.trajectory.id, [])
    trajectory, placements = evidence.trajectory, evidence.placements
    grounds = [trajectory.end_reason, trajectory.destination, *(one.end_reason for one in placements)]
    ground = Ground(
        placements=placements,
        months=evidence.programme.follow_up_months,
        observations=evidence.observations,
        silent_because=WhyCancelled.DECEASED if has_died(grounds) else None,
        today=plan.by.today,
    )
    done = replan(ground, known)
    numbers = {placement.id: placement.number for placement in placements}
    everyone = [*known, *done.new]
    for follow_up in everyone:
        _close(follow_up, numbers[follow_up.placement_id], evidence.closings)
        _follow_correction(follow_up, evidence.corrected)
    answer_what_is_known(everyone, ground, on=None)
    return done


def _close(follow_up: FollowUp, number: str, closings: Iterable[FollowUpContent]) -> None:
    for closing in closings:
        if closing.placement == number and closing.month == follow_up.month:
            follow_up.state, follow_up.closed_on = closing.outcome, follow_up.due_on


def _follow_correction(follow_up: FollowUp, corrected: Iterable[tuple[Observation, Observation]]) -> None:
    for correction, wrong in corrected:
        if follow_up.answered_by == wrong.id:
            follow_up.answered_by = correction.id

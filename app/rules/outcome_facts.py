"""The facts about one person that the metrics look at, and how they looked on a reference date."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.rules.code_lists import (
    Attendance,
    CheckVerdict,
    Contract,
    Decision,
    Destination,
    EndOutcome,
    FollowUpState,
    PlacementEndReason,
    RatedBy,
    RatingDimension,
    TrajectoryEndReason,
)
from app.rules.evidence import Observation, Spell
from app.rules.job_match import Job, Person
from app.rules.language_progress import Measurement


@dataclass(frozen=True, kw_only=True)
class Placement(Spell):
    """A spell that a programme registered in a trajectory; `number` orders placements of one day.

    `expected_end_on` is the last day of the contract, as far as it was known when it was recorded.
    """

    number: str
    trajectory: Hashable
    end_reason: PlacementEndReason | None = None
    contract: Contract | None = None
    job: Job = field(default_factory=Job)
    expected_end_on: date | None = None
    job_guarantee: bool | None = None
    job_guarantee_kept: bool | None = None


@dataclass(frozen=True, kw_only=True)
class CheckedDecision:
    """A decision with the check of the entry requirements beside it; None is a check that was not made or not clear."""

    decision: Decision
    decided_on: date
    recorded_at: datetime
    verdict: CheckVerdict | None = None
    over_qualified: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """One way through a programme; `target_occupations` are what that programme trains for.

    Ladders are steps of the participation ladder, 1 to 6. The norm of contact is that of the phase, in days.
    """

    id: Hashable
    number: str
    programme: Hashable = None
    registered_on: date
    screened_on: date | None = None
    decision: Decision | None = None
    decided_on: date | None = None
    started_on: date | None = None
    ended_on: date | None = None
    end_outcome: EndOutcome | None = None
    end_reason: TrajectoryEndReason | None = None
    destination: Destination | None = None
    ladder_start: int | None = None
    ladder_end: int | None = None
    is_paused: bool = False
    contact_norm_days: int = 21
    target_occupations: tuple[str, ...] = ()
    checked_decisions: tuple[CheckedDecision, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """The question about one placement at one month, and how it was closed."""

    placement: Hashable
    month: int
    state: FollowUpState
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A contact that was made or agreed in a trajectory; None is an attendance that nobody recorded."""

    trajectory: Hashable
    on: date
    attendance: Attendance | None = None
    in_group: bool = False


@dataclass(frozen=True, kw_only=True)
class GivenScore:
    """What a participant or an employer thinks of something, 1 to 5; without a placement it names no job."""

    trajectory: Hashable
    placement: Hashable | None = None
    rated_on: date
    recorded_at: datetime
    score: int
    rated_by: RatedBy = RatedBy.PARTICIPANT
    dimension: RatingDimension = RatingDimension.JOB


@dataclass(frozen=True, kw_only=True)
class MeasuredInTrajectory(Measurement):
    """A language measurement that was recorded in a trajectory and not corrected."""

    trajectory: Hashable


@dataclass(frozen=True, kw_only=True)
class Life:
    """All that is recorded about one person and can matter for an outcome."""

    person: Person = field(default_factory=Person)
    trajectories: tuple[Trajectory, ...] = ()
    placements: tuple[Placement, ...] = ()
    observations: tuple[Observation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    ratings: tuple[GivenScore, ...] = ()
    measurements: tuple[MeasuredInTrajectory, ...] = ()
    contacts: tuple[Contact, ...] = ()

    def seen_on(self, as_of: date) -> Life:
        """The same life with nothing in it that is dated after the reference date."""
        return replace(
            self,
            trajectories=tuple(_trajectory_on(one, as_of) for one in self.trajectories if one.registered_on <= as_of),
            placements=tuple(_placement_on(one, as_of) for one in self.placements if one.starts_on <= as_of),
            observations=tuple(one for one in self.observations if one.on <= as_of),
            follow_ups=tuple(one for one in self.follow_ups if one.closed_on and one.closed_on <= as_of),
            ratings=tuple(one for one in self.ratings if one.rated_on <= as_of),
            measurements=tuple(one for one in self.measurements if one.on <= as_of),
            contacts=tuple(one for one in self.contacts if one.on <= as_of),
        )

    def died_on(self, trajectory: Trajectory) -> date | None:
        """The first day on which this trajectory, or any placement of the person, is recorded to end by death.

        Another trajectory says nothing here: whoever may see this one may not see that one, and a total must
        not depend on who looks.
        """
        ends = [one.ends_on for one in self.placements if one.end_reason is PlacementEndReason.DECEASED]
        ended_by_death = trajectory.end_reason is TrajectoryEndReason.DECEASED
        if ended_by_death or trajectory.destination is Destination.DECEASED:
            ends.append(trajectory.ended_on)
        return min((day for day in ends if day), default=None)


def _trajectory_on(one: Trajectory, as_of: date) -> Trajectory:
    decided = one.decided_on is not None and one.decided_on <= as_of
    return replace(
        one,
        screened_on=_unless_later(one.screened_on, as_of),
        checked_decisions=tuple(checked for checked in one.checked_decisions if checked.decided_on <= as_of),
        decision=one.decision if decided else None,
        decided_on=one.decided_on if decided else None,
        started_on=_unless_later(one.started_on, as_of),
        ended_on=_unless_later(one.ended_on, as_of),
    )


def _placement_on(one: Placement, as_of: date) -> Placement:
    return replace(one, ends_on=_unless_later(one.ends_on, as_of))


def _unless_later(day: date | None, as_of: date) -> date | None:
    return day if day and day <= as_of else None

"""The facts that decide somebody's state for a metric, as the people behind a number show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import Contract, Destination, EndOutcome, TrajectoryEndReason


@dataclass(frozen=True, kw_only=True)
class LifeAtTarget:
    """What is known of somebody's work around the day that counts."""

    last_worked: date | None
    next_worked: date | None
    all_ended: date | None
    next_start: date | None
    last_seen_out: date | None
    next_seen_out: date | None
    longest_interruption: int | None
    """In days."""
    left_employer: bool | None
    seen_out_of_work: bool
    in_work: bool | None
    at_other_work: bool | None = None
    """Proven to be in paid work that does not count; only where not all paid work counts."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a job is like: `hours` a week, and the skill level of ISCO-08 of its occupation, 1 to 4."""

    contract: Contract | None
    hours: float | None
    skill_level: int | None


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A whole stay in a programme; there is no end while something that was started in it still runs."""

    first_entry: date | None
    last_exit: date | None
    left_to: Destination | None
    came_back: bool | None


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How a trajectory ended: the steps are those of the participation ladder."""

    on: date
    outcome: EndOutcome | None
    reason: TrajectoryEndReason | None
    phase: str | None
    destination: Destination | None
    ladder_start: int | None
    ladder_end: int | None


@dataclass(frozen=True, kw_only=True)
class LastTalk:
    """The day of the last talk or, without one, of the start; and after how many days the norm asks for the next."""

    on: date
    norm_days: int


@dataclass(frozen=True, kw_only=True)
class StateFacts:
    """The facts that decide a state; `life` is there for questions about work whose day has come.

    What stands after it is there where the question of the metric asks for it.
    """

    target_day: date | None
    died_on: date | None
    decision: str | None
    decided_on: date | None
    screened_on: date | None
    placed_on: date | None
    job_from: date | None
    job_to: date | None
    proven_until: date | None
    life: LifeAtTarget | None
    first_job: Job | None = None
    job_before: Job | None = None
    job_then: Job | None = None
    stay: Stay | None = None
    ending: Ending | None = None
    last_talk: LastTalk | None = None
    worked_on: date | None = None
    studied_from: date | None = None
    result_on: date | None = None
    assistance_said_on: date | None = None

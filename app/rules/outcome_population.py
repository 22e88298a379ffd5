"""Whom a metric is about, and from which day it counts its months."""

from __future__ import annotations

from datetime import date

from app.rules.code_lists import Decision
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Population
from app.rules.outcome_facts import Life, Placement, Trajectory
from app.rules.own_placements import promised_placements, work_that_counts
from app.rules.participation import participation
from app.rules.selection_outcomes import ADMITTING
from app.rules.standard_outcomes import (
    ABOUT_WORK_BEFORE,
    OF_A_STAY,
    had_work_before,
    stay_index,
)


def in_population(metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life) -> bool:
    """Whether a metric is about a trajectory, given its first placement that counts."""
    if metric.on and not _begun_by(metric.on, metric, trajectory, first):
        return False
    if metric.population is Population.REGISTERED:
        return True
    started = trajectory.started_on is not None
    if metric.population in ABOUT_WORK_BEFORE:
        return started and _had_work_before(metric, trajectory, life) is (
            metric.population is Population.STARTED_IN_WORK
        )
    if metric.population is Population.ADMITTED:
        return started or trajectory.decision in ADMITTING
    if metric.population is Population.GUIDED:
        return started and trajectory.ended_on is None and not trajectory.is_paused
    if metric.population is Population.PROMISED:
        return started and bool(promised_placements(trajectory, life))
    if metric.population is Population.DECLINED:
        return not started and trajectory.decision is Decision.DECLINED
    return started and (metric.population is Population.STARTED or first is not None)


def _begun_by(day: date, metric: Metric, trajectory: Trajectory, first: Placement | None) -> bool:
    """Whether somebody was there already on a day of the calendar: had started, and had the placement it is about."""
    begun = [trajectory.started_on]
    if metric.population is Population.PLACED and first:
        begun.append(first.starts_on)
    return all(one is not None and one <= day for one in begun)


def _had_work_before(metric: Metric, trajectory: Trajectory, life: Life) -> bool:
    return had_work_before(
        participation(trajectory, life.trajectories), work_that_counts(metric.counted, life).possible
    )


def index_day(metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life) -> date | None:
    """The day from which the months count; None while there is none."""
    if metric.index in OF_A_STAY:
        return stay_index(metric.index, participation(trajectory, life.trajectories))
    undecided = trajectory.decision in (None, Decision.WAITING)
    decided_on = trajectory.started_on if undecided else trajectory.decided_on
    return {
        Index.SCREENING: trajectory.screened_on or decided_on,
        Index.DECISION: decided_on,
        Index.START: trajectory.started_on,
        Index.END: trajectory.ended_on,
        Index.FIRST_PLACEMENT: first.starts_on if first else None,
        Index.DATE: metric.on,
        Index.PROMISE: min((one.starts_on for one in promised_placements(trajectory, life)), default=None),
    }[metric.index]

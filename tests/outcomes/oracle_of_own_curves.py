"""The naive judge of the waits of own metrics: day after day it asks whether something counts, or may, that began."""

from __future__ import annotations

from app.rules.metric_definition import Metric
from app.rules.outcome_facts import Placement, Trajectory
from tests.outcomes.composed_oracle import ComposedOracle
from tests.outcomes.oracle import Oracle, later
from tests.outcomes.oracle_of_durations import in_job


def naive_wait(oracle: Oracle, metric: Metric) -> tuple[int, bool] | None:
    """Days, and whether it is over, of the person of this life; None for whom the curve is not about."""
    judge = ComposedOracle(oracle, metric)
    for one in sorted(oracle.life.trajectories, key=lambda one: (one.registered_on, one.number)):
        if not (oracle.exists(one.registered_on) and oracle.exists(one.started_on)):
            continue
        own = [p for p in oracle.life.placements if p.trajectory == one.id and oracle.exists(p.starts_on)]
        own = sorted((p for p in own if judge.counts(p) != "no"), key=lambda p: (p.starts_on, p.number))
        since = own[0].starts_on if own else None
        if metric.question == "placed_since_index":
            since = one.started_on if metric.index == "start" else one.ended_on
        if since is None or not oracle.exists(since):
            continue
        start = since.toordinal()
        if metric.question == "placed_since_index":
            days, over = until_placed(judge, one, own, start)
        else:
            days, over = in_job(oracle, one, own[0]) if judge.counts(own[0]) == "yes" else (0, False)
        longest = later(since, metric.horizon_months) - start
        return (days, over) if days <= longest else (longest, False)
    return None


def until_placed(judge: ComposedOracle, trajectory: Trajectory, own: list[Placement], start: int) -> tuple[int, bool]:
    """Walk on from the index until a placement runs, else until death or the reference date."""
    oracle, started_on = judge.whole, trajectory.started_on
    since = [p for p in own if started_on is not None and p.starts_on >= started_on]
    running = [p for p in since if (end := oracle.end(p)) is None or end >= start]
    for day in range(start, oracle.as_of + 1):
        begun = {judge.counts(p) for p in running if p.starts_on.toordinal() <= day}
        if begun:
            return day - start, "yes" in begun
    for day in range(start, oracle.as_of + 1):
        if oracle.dead(trajectory, day):
            return day - start, False
    return oracle.as_of - start, False

"""The naive judge of waits: it walks along the calendar until something happens."""

from __future__ import annotations

from app.rules.outcome_facts import Placement, Trajectory
from tests.outcomes.oracle import Oracle


def naive_waits(oracle: Oracle) -> dict[str, tuple[int, bool]]:
    """Duration → days, and whether it is over, of the person of this life."""
    found: dict[str, tuple[int, bool]] = {}
    trajectories = [one for one in oracle.life.trajectories if oracle.exists(one.registered_on)]
    for one in sorted(trajectories, key=lambda one: (one.registered_on, one.number)):
        if one.started_on is None or not oracle.exists(one.started_on):
            continue
        own = [p for p in oracle.jobs if p.trajectory == one.id]
        found.setdefault("time_to_first_placement", until_placed(oracle, one, own, one.started_on.toordinal()))
        if own:
            first = min(own, key=lambda p: (p.starts_on, p.number))
            found.setdefault("time_in_first_job", in_job(oracle, one, first))
    return found


def until_placed(oracle: Oracle, trajectory: Trajectory, own: list[Placement], start: int) -> tuple[int, bool]:
    """Walk on from the start until a job begins, else until death or the reference date."""
    starts = {p.starts_on.toordinal() for p in own}
    for day in range(start, oracle.as_of + 1):
        if day in starts:
            return day - start, True
    for day in range(start, oracle.as_of + 1):
        if oracle.dead(trajectory, day):
            return day - start, False
    return oracle.as_of - start, False


def in_job(oracle: Oracle, trajectory: Trajectory, first: Placement) -> tuple[int, bool]:
    """Take in contracts with the same employer until none is near enough to belong to the job."""
    job = [first]
    while True:
        ends = [oracle.end(p) for p in job]
        near = [
            p
            for p in oracle.jobs
            if p not in job and p.employer == first.employer and p.starts_on >= first.starts_on
            if None in ends or p.starts_on.toordinal() - 1 - max(end or 0 for end in ends) <= 31
        ]
        if not near:
            break
        job += near
    start = first.starts_on.toordinal()
    if None in ends:
        return max(max(oracle.own_proof[p.id]) for p in job) - start, False
    last = max(end or 0 for end in ends)
    died = oracle.dead(trajectory, last)
    return last - start + (0 if died else 1), not died

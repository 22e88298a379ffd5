"""The placements that a metric looks at: of one trajectory, and the work of all of them together."""

from __future__ import annotations

from app.rules.code_lists import PAID_WORK
from app.rules.counted import Counted
from app.rules.counted_work import CountedWork, counted_work, placement_counts
from app.rules.outcome_facts import Life, Placement, Trajectory


def first_placement(counted: Counted, trajectory: Trajectory, life: Life) -> Placement | None:
    """The first placement of this trajectory that counts, or may."""
    own = counted_placements(counted, trajectory, life)
    return min(own, key=lambda one: (one.starts_on, one.number, str(one.id)), default=None)


def counted_placements(counted: Counted, trajectory: Trajectory, life: Life) -> list[Placement]:
    """The placements of this trajectory that count, or may."""
    return [
        one
        for one in life.placements
        if one.trajectory == trajectory.id and placement_counts(counted, one) is not False
    ]


def promised_placements(trajectory: Trajectory, life: Life) -> list[Placement]:
    """The placements of this trajectory at which a job was promised, of any kind."""
    return [one for one in life.placements if one.trajectory == trajectory.id and one.job_guarantee]


def work_that_counts(counted: Counted, life: Life) -> CountedWork:
    """The counted work of all trajectories together: the question is about a life, not about a programme."""
    return counted_work(counted, (one for one in life.placements if one.kind in PAID_WORK), life.observations)

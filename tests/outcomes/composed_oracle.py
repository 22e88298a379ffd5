"""The naive judge of metrics that somebody composed from parts: it looks at the parts, and again at day after day.

Of every placement it asks whether it counts: "yes", "no" or "unknown". Then it keeps four heaps of days: worked in what
counts, worked in what may count, worked in something else, and seen without work.
"""

from __future__ import annotations

import copy
from datetime import date

from app.rules.metric_definition import Metric
from app.rules.outcome_facts import Placement, Trajectory
from tests.outcomes.oracle import PAID, Oracle, later


class ComposedOracle:
    """One life, on one reference date, as one composed metric looks at it."""

    def __init__(self, oracle: Oracle, metric: Metric) -> None:
        self.whole = oracle
        self.metric = metric
        self.kinds = {str(kind) for kind in metric.counts}
        jobs = oracle.jobs
        self.sure_days = self.days([p for p in jobs if self.counts(p) == "yes"])
        self.other_days = self.days([p for p in jobs if self.counts(p) == "no"])
        self.maybe = copy.copy(oracle)
        self.maybe.ended_before, self.maybe.found_sign = {}, {}
        self.maybe.jobs = [p for p in jobs if self.counts(p) != "no"]
        self.maybe.starts = {p.starts_on.toordinal() for p in self.maybe.jobs}
        self.maybe.signs = self.maybe.no_standing | self.maybe.starts
        self.maybe.worked = self.days(self.maybe.jobs) | {day for day in oracle.yes_days if self.unexplained(day)}
        if self.is_plain:
            self.sure_days = self.maybe.worked

    @property
    def day(self) -> date:
        return self.metric.on or date.fromordinal(self.whole.as_of)

    @property
    def is_plain(self) -> bool:
        return self.kinds >= PAID and not self.metric.minimum_hours and not self.metric.minimum_contract_months

    def days(self, jobs: list[Placement]) -> set[int]:
        return {day for job in jobs for day in self.whole.proof_of[job.id]}

    def unexplained(self, day: int) -> bool:
        """Whether somebody said yes of this day without meaning a job that does not count."""
        others = [p for p in self.whole.jobs if self.counts(p) == "no"]
        for _, about in self.whole.yes_days[day]:
            if about is None and not any(day in self.whole.proof_of[p.id] for p in others):
                return True
            if about is not None and about not in [p.id for p in others]:
                return True
        return False

    def counts(self, p: Placement) -> str:
        if str(p.kind) not in self.kinds:
            return "no"
        answers = {"yes"}
        if self.metric.minimum_hours:
            hours = p.job.hours
            answers.add("unknown" if hours is None else "no" if hours < self.metric.minimum_hours else "yes")
        if self.metric.minimum_contract_months:
            answers.add(self.long_enough(p, self.metric.minimum_contract_months))
        return "no" if "no" in answers else "unknown" if "unknown" in answers else "yes"

    def long_enough(self, p: Placement, months: int) -> str:
        day_after = later(p.starts_on, months)
        planned = p.expected_end_on.toordinal() if p.expected_end_on else None
        ended = self.whole.end(p)
        if str(p.contract) == "permanent":
            return "yes"
        if (planned is not None and planned + 1 >= day_after) or (ended is not None and ended + 1 >= day_after):
            return "yes"
        return "unknown" if planned is None else "no"

    def state(self, trajectory: Trajectory) -> str | None:
        """The state of a trajectory; None when the metric is not about it."""
        whole, metric = self.whole, self.metric
        if not whole.exists(trajectory.registered_on) or not whole.exists(trajectory.started_on):
            return None
        if metric.index == "date" and (trajectory.started_on or date.max) > self.day:
            return None
        own = [p for p in whole.life.placements if p.trajectory == trajectory.id and whole.exists(p.starts_on)]
        own = sorted((p for p in own if self.counts(p) != "no"), key=lambda p: (p.starts_on, p.number))
        if metric.population == "placed" and not own:
            return None
        index = self.index(trajectory, own)
        if index is None:
            return "excluded" if whole.dead(trajectory, None) else "not_yet_due"
        target = later(index, metric.horizon_months)
        early = whole.timed(trajectory, target)
        if early:
            return early
        if metric.question == "placed_since_index":
            answer = self.placed(own, trajectory, index, target)
        elif metric.index == "first_placement" and self.counts(own[0]) == "unknown":
            answer = "unknown"
        else:
            answer = self.at_work(own, target)
        return self.unknown(own) if answer == "unknown" else answer

    def index(self, trajectory: Trajectory, own: list[Placement]) -> date | None:
        if self.metric.index == "date":
            return self.day
        if self.metric.index == "first_placement":
            return own[0].starts_on if own else None
        day = trajectory.started_on if self.metric.index == "start" else trajectory.ended_on
        return day if self.whole.exists(day) else None

    def placed(self, own: list[Placement], trajectory: Trajectory, index: date, target: int) -> str:
        found = set()
        for p in own:
            end = self.whole.end(p)
            begun = trajectory.started_on is not None and trajectory.started_on <= p.starts_on
            if begun and p.starts_on.toordinal() <= target and (end is None or end >= index.toordinal()):
                found.add(self.counts(p))
        return "yes" if "yes" in found else "unknown" if found else "no"

    def at_work(self, own: list[Placement], target: int) -> str:
        if self.metric.question == "in_work":
            return self.in_activity(target)
        if self.metric.question == "with_same_employer":
            return self.same_employer(own[0], target)
        return self.uninterrupted(own[0].starts_on.toordinal(), target)

    def in_activity(self, day: int) -> str:
        answers = {self.in_work(day)}
        if not self.kinds & PAID:
            answers = {"unknown" if self.whole.in_work(day) == "unknown" else "no"}
        for p in self.whole.life.placements:
            start, end = p.starts_on.toordinal(), self.whole.end(p)
            if str(p.kind) in PAID or self.counts(p) == "no" or start > day:
                continue
            if start == day or (end is not None and day <= end):
                answers.add(self.counts(p))
            elif end is None:
                answers.add("unknown")
        return "yes" if "yes" in answers else "unknown" if "unknown" in answers else "no"

    def in_work(self, day: int) -> str:
        if day in self.sure_days:
            return "yes"
        answer = self.maybe.in_work(day)
        if answer == "yes":
            return "unknown"
        may_run = [p for p in self.maybe.jobs if p.starts_on.toordinal() <= day and (self.whole.end(p) or day) >= day]
        return "no" if day in self.other_days and not may_run else answer

    def uninterrupted(self, first: int, last: int) -> str:
        at_the_end = self.in_work(last)
        longest_idle = longest_hole = idle = hole = 0
        for day in range(first, last + 1):
            idle = idle + 1 if self.maybe.idle(day, until=last) else 0
            hole = hole + 1 if day not in self.sure_days else 0
            longest_idle, longest_hole = max(longest_idle, idle), max(longest_hole, hole)
        if at_the_end == "no" or longest_idle > 31:
            return "no"
        return "yes" if at_the_end == "yes" and longest_hole <= 31 else "unknown"

    def same_employer(self, index: Placement, day: int) -> str:
        there = [p for p in self.maybe.jobs if p.employer == index.employer]
        if any(day in self.whole.own_proof[p.id] for p in there if self.counts(p) == "yes"):
            return "yes"
        ends = [self.whole.end(p) for p in there if p.starts_on.toordinal() <= day]
        gone = all(end is not None and end < day for end in ends)
        return "no" if gone or self.maybe.seen_idle_near(day) else "unknown"

    def unknown(self, own: list[Placement]) -> str:
        if self.metric.unknown_policy == "counts_as_no":
            return "no"
        if self.metric.index != "first_placement" or self.metric.question == "placed_since_index":
            return "unanswered"
        for f in self.whole.life.follow_ups:
            closed = f.placement == own[0].id and f.month == self.metric.horizon_months
            if closed and self.whole.exists(f.closed_on) and str(f.state) in ("refused", "unreachable"):
                return str(f.state)
        return "unanswered"

"""Lives of which the truth is known, and what of it comes to be recorded when somebody is asked now and then."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from app.rules.code_lists import EvidenceSource, SpellKind
from app.rules.evidence import Observation
from app.rules.outcome_facts import Life, Placement, Trajectory
from tests.outcomes.random_lives import months_after

ASKED_AFTER = (3, 6, 12, 24)
RECORDED_AT = datetime(2026, 1, 1, tzinfo=UTC)
A_MONTH = 31


@dataclass(frozen=True)
class TrueJob:
    """Work with one employer; both days are worked."""

    employer: int
    first: date
    last: date


@dataclass(frozen=True)
class TrueLife:
    """What really happened to somebody who found a job: every job, and the days on which somebody would answer."""

    started_on: date
    jobs: tuple[TrueJob, ...]
    answers: tuple[date, ...]

    def at_work(self, day: date) -> TrueJob | None:
        """The job of that day."""
        return next((job for job in self.jobs if job.first <= day <= job.last), None)

    def truth(self, variant: str, months: int) -> bool:
        """Whether somebody really was in work so many months after the first job began, in one of three senses."""
        first = self.jobs[0]
        target = months_after(first.first, months)
        job = self.at_work(target)
        if job is None or variant == "in_work":
            return job is not None
        if variant == "same_employer":
            return job.employer == first.employer
        begun = [one for one in self.jobs if one.first <= target]
        return all((after.first - before.last).days - 1 <= A_MONTH for before, after in pairwise(begun))

    def recorded(self, answers: Collection[date]) -> Life:
        """What is known from these answers: each tells everything up to its day. The first job is registered anyhow."""
        told_until = max((*answers, self.jobs[0].first))
        placements = tuple(
            Placement(
                id=number,
                number=f"P{number}",
                trajectory="T",
                kind=SpellKind.REGULAR_JOB,
                employer=job.employer,
                starts_on=job.first,
                ends_on=job.last if job.last < told_until else None,
                end_source=EvidenceSource.PARTICIPANT,
            )
            for number, job in enumerate(self.jobs)
            if job.first <= told_until
        )
        return Life(
            trajectories=(Trajectory(id="T", number="T1", registered_on=self.started_on, started_on=self.started_on),),
            placements=placements,
            observations=tuple(self.statement(day) for day in sorted(answers)),
        )

    def statement(self, day: date) -> Observation:
        """The truth about one day."""
        job = self.at_work(day)
        return Observation(
            on=day,
            in_paid_work=job is not None,
            source=EvidenceSource.PARTICIPANT,
            recorded_at=RECORDED_AT,
            about=self.jobs.index(job) if job else None,
        )


def true_life(chance: random.Random) -> TrueLife:
    """Somebody with one to four jobs, asked after 3, 6, 12 and 24 months and on other days.

    What the definitions take for granted is so in these lives. Nobody is asked in the month before a new job: a "not in
    work" speaks for a month. And nobody goes back to an employer: who left is not with the same employer any more.
    """
    started = date(2022, 1, 3) + timedelta(days=chance.randrange(700))
    jobs: list[TrueJob] = []
    day = started + timedelta(days=chance.randrange(200))
    for employer in range(chance.choice((1, 1, 2, 3, 4))):
        last = day + timedelta(days=chance.choice((20, 60, 150, 300, 800)) + chance.randrange(60))
        jobs.append(TrueJob(employer, day, last))
        day = last + timedelta(days=1 + chance.choice((0, 0, 10, 31, 32, 45, 120)))
    days = {months_after(jobs[0].first, months) for months in ASKED_AFTER}
    days |= {jobs[0].first + timedelta(days=chance.randrange(800)) for _ in range(chance.randrange(5))}
    life = TrueLife(started, tuple(jobs), ())
    may_be_asked = (
        day for day in days if life.at_work(day) or not any(0 < (job.first - day).days <= A_MONTH for job in jobs)
    )
    return TrueLife(started, tuple(jobs), tuple(sorted(may_be_asked)))

"""Made-up lives in which everything happens on, just before or just after the days that matter."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.rules.code_lists import (
    CheckVerdict,
    Contract,
    Decision,
    Destination,
    EvidenceSource,
    FollowUpState,
    LanguageLevel,
    LanguageSkill,
    PlacementEndReason,
    SpellKind,
    TrajectoryEndReason,
)
from app.rules.evidence import Observation
from app.rules.job_match import Job, Person
from app.rules.outcome_facts import (
    CheckedDecision,
    FollowUp,
    GivenScore,
    Life,
    MeasuredInTrajectory,
    Placement,
    Trajectory,
)
from app.rules.rating_schedule import ASKED_OF

AS_OF = date(2024, 6, 30)
EPOCH = date(2022, 3, 1)
MEASURED_LEVELS = (LanguageLevel.ALFA_C, LanguageLevel.A1_MINUS, *list(LanguageLevel)[5:8])
NEARBY = (-32, -31, -30, -1, 0, 0, 0, 1, 30, 31, 32)
SECTOR_OF = {"bakery": None, "hotel": "I", "hospital": "Q"}
OCCUPATIONS = ("5120", "5321", "51", "5", "9112", "0110", "2221", "3119", "1411", "7115")
SECTORS = ("Q", "I", "H")
SUBJECTS = [(rater, dimension) for rater, dimensions in ASKED_OF.items() for dimension in dimensions]


class Maker:
    """Makes one life after another from one seed; the same seed makes the same lives."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  made-up data needs no secrecy
        self.number = 0

    def life(self) -> Life:
        """One person with one to three trajectories."""
        self.number += 1
        trajectories = [self.trajectory(n) for n in range(self.random.choice((1, 1, 1, 2, 3)))]
        placements: list[Placement] = []
        for one in trajectories:
            count = self.random.choice((0, 1, 1, 2, 2, 3))
            placements += [self.placement(one, len(placements) + n, placements) for n in range(count)]
        days = self.days_that_matter(trajectories, placements)
        return Life(
            person=self.person(),
            trajectories=tuple(trajectories),
            placements=tuple(placements),
            observations=tuple(
                self.observation(days, placements) for _ in range(self.random.choice((0, 1, 2, 3, 4, 6, 8)))
            ),
            follow_ups=tuple(self.follow_up(one) for one in placements if self.chance(0.4)),
            ratings=tuple(self.rating(trajectories, placements, days) for _ in range(self.random.choice((0, 0, 1, 3)))),
            measurements=tuple(
                self.measured(self.random.choice(trajectories), days)
                for _ in range(self.random.choice((0, 0, 1, 2, 4, 8)))
            ),
        )

    def trajectory(self, n: int) -> Trajectory:
        registered = EPOCH + timedelta(days=self.random.randrange(740))
        decision = self.random.choice((None, *Decision, Decision.ADMITTED, Decision.ADMITTED))
        started = registered + timedelta(days=self.random.randrange(90)) if self.chance(0.85) else None
        decided = registered + timedelta(days=self.random.randrange(40)) if decision else None
        ended = started + timedelta(days=self.random.randrange(300)) if started and self.chance(0.8) else None
        return Trajectory(
            id=f"{self.number}.{n}",
            number=f"T{self.number:06}-{n}",
            registered_on=registered,
            decision=decision,
            decided_on=decided,
            started_on=started,
            ended_on=ended,
            end_reason=self.random.choice((None, TrajectoryEndReason.DECEASED))
            if ended and self.chance(0.05)
            else None,
            destination=Destination.DECEASED if ended and self.chance(0.03) else None,
            target_occupations=tuple(self.some(OCCUPATIONS, 1)),
            screened_on=registered + timedelta(days=self.random.randrange(30)) if self.chance(0.7) else None,
            checked_decisions=tuple(self.checked_decisions(registered, decision, decided)),
        )

    def checked_decisions(
        self, registered: date, decision: Decision | None, decided: date | None
    ) -> Iterator[CheckedDecision]:
        """The decision as it stands, as a rule, and now and then others around it."""
        days: list[tuple[Decision, date]] = [(decision, decided)] if decision and decided and self.chance(0.9) else []
        days += [
            (self.random.choice(list(Decision)), registered + timedelta(days=self.random.randrange(700)))
            for _ in range(self.random.choice((0, 0, 1, 3)))
        ]
        for number, (kind, day) in enumerate(days):
            yield CheckedDecision(
                decision=kind,
                decided_on=day,
                recorded_at=datetime(2024, 7, 2, self.random.randrange(24), number, tzinfo=UTC),
                verdict=self.random.choice((None, *CheckVerdict)),
                over_qualified=self.random.choice((None, True, False)),
            )

    def placement(self, of: Trajectory, n: int, earlier: list[Placement]) -> Placement:
        start = (of.started_on or of.registered_on) + timedelta(days=self.random.randrange(200))
        ends = [one.ends_on for one in earlier if one.ends_on]
        if ends and self.chance(0.6):
            start = self.near(self.random.choice(ends))
        elif earlier and self.chance(0.2):
            start = earlier[-1].starts_on
        employer = self.random.choice(list(SECTOR_OF))
        end = None
        if self.chance(0.65):
            length = self.random.choice((0, 1, 30, 31, self.random.randrange(90), self.random.randrange(400)))
            end = start + timedelta(days=length)
        return Placement(
            id=f"{self.number}.P{n}",
            number=f"P{self.number:06}-{n}",
            trajectory=of.id,
            kind=self.random.choice(
                (SpellKind.REGULAR_JOB, SpellKind.SUBSIDISED_JOB, SpellKind.INTERNSHIP, SpellKind.EDUCATION)
            )
            if self.chance(0.4)
            else SpellKind.REGULAR_JOB,
            employer=employer,
            starts_on=start,
            ends_on=end,
            end_source=self.random.choice(list(EvidenceSource)),
            end_reason=PlacementEndReason.DECEASED if end and self.chance(0.02) else None,
            **self.promise(),
            contract=self.random.choice((None, Contract.PERMANENT, Contract.FIXED_TERM, Contract.FIXED_TERM)),
            expected_end_on=self.expected_end(start),
            job=Job(
                occupation=self.random.choice((None, *OCCUPATIONS)),
                hours=self.random.choice((None, 12.0, 24.0, 28.0, 32.5, 36.0)),
                sector=SECTOR_OF[employer],
            ),
        )

    def expected_end(self, start: date) -> date | None:
        """Mostly around the end of three months, which a contract of at least three months must reach."""
        if self.chance(0.4):
            return None
        return months_after(start, 3) + timedelta(days=self.random.choice((-40, -2, -1, 0, 90)))

    def days_that_matter(self, trajectories: list[Trajectory], placements: list[Placement]) -> list[date]:
        days = [AS_OF]
        for one in placements:
            days += [one.starts_on, *(months_after(one.starts_on, months) for months in (3, 6, 6, 12, 24))]
            days += [one.ends_on] if one.ends_on else []
        for trajectory in trajectories:
            days += [day for day in (trajectory.started_on, trajectory.ended_on) if day]
            days += [months_after(trajectory.started_on, 15)] if trajectory.started_on else []
            days += [months_after(trajectory.ended_on, 6)] if trajectory.ended_on else []
        return days

    def observation(self, days: list[date], placements: list[Placement]) -> Observation:
        about = self.random.choice(placements) if placements and self.chance(0.5) else None
        return Observation(
            on=self.near(self.random.choice(days)) if self.chance(0.8) else self.any_day(),
            in_paid_work=self.chance(0.5),
            source=self.random.choice(list(EvidenceSource)),
            recorded_at=datetime(2024, 7, self.random.randrange(1, 4), tzinfo=UTC),
            about=about.id if about else None,
        )

    def follow_up(self, of: Placement) -> FollowUp:
        closed = self.chance(0.8)
        return FollowUp(
            placement=of.id,
            month=self.random.choice((3, 6, 6, 6, 12, 24)),
            state=self.random.choice(list(FollowUpState)),
            closed_on=self.any_day() if closed else None,
        )

    def promise(self) -> dict[str, Any]:
        """Sometimes a job was promised, and only then can the promise be kept."""
        promised = self.random.choice((None, False, True))
        return {
            "job_guarantee": promised,
            "job_guarantee_kept": self.random.choice((None, False, True)) if promised else None,
        }

    def rating(self, trajectories: list[Trajectory], placements: list[Placement], days: list[date]) -> GivenScore:
        about = self.random.choice(placements) if placements and self.chance(0.6) else None
        return GivenScore(
            trajectory=about.trajectory if about else self.random.choice(trajectories).id,
            placement=about.id if about else None,
            rated_on=self.near(self.random.choice(days)),
            recorded_at=datetime(2024, 7, self.random.randrange(1, 4), tzinfo=UTC),
            score=self.random.randrange(1, 6),
            **self.subject(),
        )

    def measured(self, of: Trajectory, days: list[date]) -> MeasuredInTrajectory:
        near_a_gain = (of.started_on or of.registered_on) + timedelta(days=self.random.choice((0, 89, 90, 91, 180)))
        return MeasuredInTrajectory(
            trajectory=of.id,
            skill=self.random.choice((LanguageSkill.SPEAKING, LanguageSkill.SPEAKING, *LanguageSkill)),
            level=self.random.choice(MEASURED_LEVELS),
            on=self.random.choice((near_a_gain, near_a_gain, self.near(self.random.choice(days)))),
            official=self.random.choice((None, False, False, True)),
            instrument=self.random.choice((None, "Test", "Test", "Talk")),
            recorded_at=datetime(2024, 7, self.random.randrange(1, 4), tzinfo=UTC),
        )

    def subject(self) -> dict[str, Any]:
        """Mostly the job; else one of the other things that both sides are asked about."""
        rater, dimension = self.random.choice(SUBJECTS)
        return {"rated_by": rater, "dimension": dimension} if self.chance(0.6) else {}

    def person(self) -> Person:
        return Person(
            education=self.random.choice((None, 0, 2, 3, 4, 5, 6, 8)),
            earlier_occupations=tuple(self.some(OCCUPATIONS, 2)),
            wished_sectors=tuple(self.some(SECTORS, 2)),
            wished_occupations=tuple(self.some(OCCUPATIONS, 2)),
            wished_hours=self.random.choice((None, None, 24.0, 32.0, 40.0)),
        )

    def near(self, day: date) -> date:
        return max(day + timedelta(days=self.random.choice(NEARBY)), EPOCH)

    def any_day(self) -> date:
        return EPOCH + timedelta(days=self.random.randrange(940))

    def some(self, values: tuple[str, ...], most: int) -> list[str]:
        return self.random.sample(values, self.random.randrange(most + 1))

    def chance(self, share: float) -> bool:
        return self.random.random() < share


def months_after(day: date, months: int) -> date:
    """So many months later, or the last day of that month."""
    year, month = day.year + (day.month + months - 1) // 12, (day.month + months - 1) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))

"""Made-up lives with what standards of others look at: who comes back, where people go, contracts and courses."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.rules.code_lists import Attendance, Contract, Destination, EndOutcome, EvidenceSource, SpellKind
from app.rules.evidence import Observation
from app.rules.outcome_facts import Contact, Life, Placement, Trajectory
from tests.outcomes.random_lives import AS_OF, Maker, months_after

LEARNING = (SpellKind.EDUCATION, SpellKind.LANGUAGE_COURSE, SpellKind.APPRENTICESHIP)


class StandardsMaker(Maker):
    """Makes the lives of `Maker`, with more in them. What it adds is drawn by itself."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.more = random.Random(f"standards {seed}")  # noqa: S311  made-up data needs no secrecy
        self.guidance = random.Random(f"guidance {seed}")  # noqa: S311  made-up data needs no secrecy
        self.assistance = random.Random(f"assistance {seed}")  # noqa: S311  made-up data needs no secrecy

    def life(self) -> Life:
        """One person, of whom most have all their trajectories in one programme."""
        life = super().life()
        ways = tuple(self.guided(self.returning(one)) for one in life.trajectories)
        return replace(
            life,
            trajectories=ways,
            contacts=tuple(contact for one in ways for contact in self.contacts(one)),
            placements=tuple(self.detailed(one) for one in life.placements) + tuple(self.before_and_after(life)),
            observations=(*life.observations, *self.about_assistance(life)),
        )

    def guided(self, one: Trajectory) -> Trajectory:
        """How it ends, if it does, and what is known of the ladder."""
        return replace(
            one,
            end_outcome=self.guidance.choice(list(EndOutcome)) if one.ended_on else None,
            ladder_start=self.guidance.choice((None, 1, 2, 3)),
            ladder_end=self.guidance.choice((None, 1, 2, 3, 4)) if one.ended_on else None,
            is_paused=self.guidance.random() < 0.2,
        )

    def contacts(self, one: Trajectory) -> Iterator[Contact]:
        """Some long ago, and some around the last day that is still in time."""
        for _ in range(self.guidance.choice((0, 1, 2, 4))):
            begun = one.started_on or one.registered_on
            near = AS_OF - timedelta(days=self.guidance.choice((-1, 0, 20, 21, 22, 60)))
            yield Contact(
                trajectory=one.id,
                on=self.guidance.choice((begun, near, near)),
                attendance=self.guidance.choice((None, *Attendance)),
                in_group=self.guidance.random() < 0.4,
            )

    def about_assistance(self, life: Life) -> Iterator[Observation]:
        """Statements around the days on which measures ask for it; now and then two of one day."""
        begins = [months_after(one.started_on, 24) for one in life.trajectories if one.started_on]
        begins += [months_after(one.starts_on, 18) for one in life.placements]
        for day in begins:
            for _ in range(self.assistance.choice((0, 1, 2, 3))):
                yield Observation(
                    on=day + timedelta(days=self.assistance.choice((-32, -31, -2, 0, 0, 2, 31, 32))),
                    in_paid_work=self.assistance.random() < 0.5,
                    source=self.assistance.choice(list(EvidenceSource)),
                    recorded_at=datetime(2024, 7, self.assistance.randrange(1, 3), tzinfo=UTC),
                    on_social_assistance=self.assistance.choice((None, True, False)),
                )

    def returning(self, one: Trajectory) -> Trajectory:
        trained_for = () if self.more.random() < 0.8 else one.target_occupations
        left_to = one.destination or self.more.choice((None, *Destination)) if one.ended_on else None
        is_alive = left_to is not Destination.DECEASED or one.destination
        return replace(
            one,
            target_occupations=trained_for,
            programme=trained_for,
            destination=left_to if is_alive else None,
        )

    def before_and_after(self, life: Life) -> Iterator[Placement]:
        """Some have a job before they start, and one of them long after they left."""
        if not life.placements or self.more.random() < 0.7:
            return
        for number, (from_day, days) in enumerate(((-60, (59, 61, 200)), (100, (0, 400, 700)))):
            like = self.more.choice(life.placements)
            way = self.more.choice(life.trajectories)
            begin = (way.started_on or way.registered_on) + timedelta(days=from_day)
            name = f"{self.number}.B{number}"
            end = begin + timedelta(days=self.more.choice(days))
            job = replace(like.job, hours=self.more.choice((8.0, 20.0, 28.0, 36.0)))
            yield self.detailed(
                replace(
                    like,
                    id=name,
                    number=name,
                    trajectory=way.id,
                    starts_on=begin,
                    expected_end_on=None,
                    ends_on=end,
                    job=job,
                )
            )

    def detailed(self, one: Placement) -> Placement:
        kind = self.more.choice(LEARNING) if self.more.random() < 0.2 else one.kind
        return replace(one, kind=kind, contract=self.more.choice((None, *Contract, Contract.PERMANENT)))

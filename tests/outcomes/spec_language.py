"""Reads what is recorded of a person in a spec table: short English clauses, separated by semicolons.

The clauses are those that the tables in `spec/` use; anything else is refused with the clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.rules.code_lists import (
    Attendance,
    CheckVerdict,
    Contract,
    Decision,
    Destination,
    EndOutcome,
    EvidenceSource,
    FollowUpState,
    LanguageLevel,
    LanguageSkill,
    PlacementEndReason,
    RatedBy,
    RatingDimension,
    SpellKind,
)
from app.rules.evidence import Observation
from app.rules.job_match import Job, Person
from app.rules.outcome_facts import (
    CheckedDecision,
    Contact,
    FollowUp,
    GivenScore,
    Life,
    MeasuredInTrajectory,
    Placement,
    Trajectory,
)

RECORDED_AT = datetime(2024, 7, 16, 9, tzinfo=UTC)
SUBJECTS = {
    "job": RatingDimension.JOB,
    "guidance": RatingDimension.GUIDANCE,
    "people": RatingDimension.BELONGING,
    "participant": RatingDimension.PARTICIPANT,
    "programme": RatingDimension.PROGRAMME,
}
DAY = r"(\d{4}-\d\d-\d\d)"
SOURCES = "|".join(EvidenceSource)
SKILLS, LEVELS = "|".join(LanguageSkill), "|".join(LanguageLevel)


@dataclass
class Reader:
    """Gathers the facts of one person while the clauses go by."""

    name: str
    person: Person = field(default_factory=Person)
    target_occupations: tuple[str, ...] = ()
    trajectories: list[dict[str, Any]] = field(default_factory=lambda: [{}])
    placements: list[Placement] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    ratings: list[GivenScore] = field(default_factory=list)
    measurements: list[MeasuredInTrajectory] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)

    def life(self) -> Life:
        return Life(
            person=self.person,
            trajectories=tuple(
                Trajectory(**{"registered_on": one.get("started_on"), **one}, **self.identity(n))
                for n, one in enumerate(self.trajectories)
            ),
            placements=tuple(self.placements),
            observations=tuple(self.observations),
            follow_ups=tuple(self.follow_ups),
            ratings=tuple(self.ratings),
            measurements=tuple(self.measurements),
            contacts=tuple(self.contacts),
        )

    def identity(self, n: int) -> dict[str, Any]:
        return {"id": (self.name, n), "number": f"{self.name}-{n}", "target_occupations": self.target_occupations}

    def step(self, what: str, day: str) -> None:
        key = f"{what}_on"
        self.trajectories[-1][key] = date.fromisoformat(day)

    def decision(self, decision: str, day: str, verdict: str | None, above: str | None) -> None:
        last = self.trajectories[-1]
        last |= {"decision": Decision(decision.replace(" ", "_")), "decided_on": date.fromisoformat(day)}
        if verdict:
            checked = CheckedDecision(
                decision=last["decision"],
                decided_on=last["decided_on"],
                recorded_at=RECORDED_AT,
                verdict=CheckVerdict(verdict.replace(" ", "_")),
                over_qualified={"over-qualified": True, "not over-qualified": False}.get(above or ""),
            )
            last["checked_decisions"] = (*last.get("checked_decisions", ()), checked)

    def ended(self, day: str, by_death: str | None) -> None:
        self.trajectories[-1] |= {
            "ended_on": date.fromisoformat(day),
            "end_outcome": EndOutcome.COMPLETED,
            "destination": Destination.DECEASED if by_death else None,
        }

    def dropped_out(self, day: str) -> None:
        self.ended(day, None)
        self.trajectories[-1]["end_outcome"] = EndOutcome.DROPPED_OUT

    def ladder(self, start: str | None, end: str | None) -> None:
        self.trajectories[-1] |= {
            "ladder_start": int(start) if start else None,
            "ladder_end": int(end) if end else None,
        }

    def paused(self) -> None:
        self.trajectories[-1]["is_paused"] = True

    def contact(self, in_group: str | None, day: str, attendance: str | None) -> None:
        self.contacts.append(
            Contact(
                trajectory=(self.name, len(self.trajectories) - 1),
                on=date.fromisoformat(day),
                attendance=Attendance(attendance.replace(" ", "_")) if attendance else None,
                in_group=bool(in_group),
            )
        )

    def went_to(self, destination: str) -> None:
        self.trajectories[-1]["destination"] = Destination(destination.replace(" ", "_"))

    def contract(self, contract: str) -> None:
        self.placements[-1] = replace(self.placements[-1], contract=Contract(contract.replace("-", "_")))

    def second_trajectory(self) -> None:
        self.trajectories.append({})

    def work(self, kind: str, employer: str, sector: str, start: str, *rest: str | None) -> None:
        end, source, by_death, occupation = rest
        number = len(self.placements)
        self.placements.append(
            Placement(
                id=(self.name, "P", number),
                number=f"{self.name}-P{number}",
                trajectory=(self.name, len(self.trajectories) - 1),
                kind=SpellKind.REGULAR_JOB if kind == "job" else SpellKind(kind.replace(" ", "_")),
                employer=employer,
                starts_on=date.fromisoformat(start),
                ends_on=date.fromisoformat(end) if end else None,
                end_source=EvidenceSource(source or EvidenceSource.COACH),
                end_reason=PlacementEndReason.DECEASED if by_death else None,
                job=Job(occupation=occupation, sector=sector),
            )
        )

    def says(
        self, source: str, answer: str, assistance: str | None, day: str, about: str | None, later: str | None
    ) -> None:
        self.observations.append(
            Observation(
                on=date.fromisoformat(day),
                in_paid_work=answer == "yes",
                source=EvidenceSource(source),
                recorded_at=RECORDED_AT + timedelta(days=1 if later else 0),
                about=self.at(about).id if about else None,
                on_social_assistance={None: None, "with": True, "without": False}[assistance],
            )
        )

    def follow_up(self, month: str, about: str, state: str, day: str) -> None:
        closed = date.fromisoformat(day)
        self.follow_ups.append(
            FollowUp(placement=self.at(about).id, month=int(month), state=FollowUpState(state), closed_on=closed)
        )

    def score(self, rater: str | None, subject: str, score: str, day: str) -> None:
        index = self.placements[-1]
        self.ratings.append(
            GivenScore(
                trajectory=index.trajectory,
                placement=index.id,
                rated_on=date.fromisoformat(day),
                recorded_at=RECORDED_AT,
                score=int(score),
                rated_by=RatedBy.EMPLOYER if rater else RatedBy.PARTICIPANT,
                dimension=SUBJECTS[subject],
            )
        )

    def measured(self, skill: str, level: str, day: str, how: str | None, later: str | None) -> None:
        self.measurements.append(
            MeasuredInTrajectory(
                trajectory=(self.name, len(self.trajectories) - 1),
                skill=LanguageSkill(skill),
                level=LanguageLevel(level),
                on=date.fromisoformat(day),
                official={"official": True, "perhaps official": None}.get(how or "", False),
                instrument=None if how in ("official", "by impression") else "Test",
                recorded_at=RECORDED_AT + timedelta(days=1 if later else 0),
            )
        )

    def promised(self, kept: str | None) -> None:
        known = {None: None, "kept": True, "not kept": False}[kept]
        self.placements[-1] = replace(self.placements[-1], job_guarantee=True, job_guarantee_kept=known)

    def works(self, hours: str) -> None:
        last = self.placements[-1]
        self.placements[-1] = replace(last, job=replace(last.job, hours=float(hours)))

    def contract_until(self, day: str) -> None:
        self.placements[-1] = replace(self.placements[-1], expected_end_on=date.fromisoformat(day))

    def is_person(self, **known: Any) -> None:
        self.person = replace(self.person, **known)

    def trains_for(self, occupation: str) -> None:
        self.target_occupations = (occupation,)

    def at(self, employer: str) -> Placement:
        return next(one for one in reversed(self.placements) if one.employer == employer)


CLAUSES: tuple[tuple[str, Callable[..., None]], ...] = (
    (rf"(registered|screened|started) {DAY}", Reader.step),
    (
        rf"(admitted|admitted with conditions|waiting|referred|declined|withdrawn) {DAY}"
        r"(?: with the check (met|not met|unknown)(?: and (over-qualified|not over-qualified))?)?",
        Reader.decision,
    ),
    (rf"ended {DAY}( by death)?", Reader.ended),
    (rf"went to ({'|'.join(Destination).replace('_', ' ')})", Reader.went_to),
    (rf"dropped out {DAY}", Reader.dropped_out),
    (r"ladder (?:from (\d))?(?: ?to (\d))?", Reader.ladder),
    (r"paused", Reader.paused),
    (rf"contact (in a group )?on {DAY}(?:: ({'|'.join(Attendance).replace('_', ' ')}))?", Reader.contact),
    (r"contract ([a-z-]+)", Reader.contract),
    (r"second trajectory", Reader.second_trajectory),
    (
        rf"([a-z ]+) at (\w+)(?: \(sector ([A-Z])\))? from {DAY}(?: to {DAY})?(?: per (\w+))?( by death)?"
        r"(?: as (\d+))?",
        Reader.work,
    ),
    (
        rf"({SOURCES}) says (yes|no)(?: (with|without) social assistance)? on {DAY}(?: about (\w+))?( recorded later)?",
        Reader.says,
    ),
    (rf"question at (\d+) months about (\w+): (refused|unreachable) on {DAY}", Reader.follow_up),
    (
        rf"({SKILLS}) ({LEVELS}) on {DAY}(?: (official|perhaps official|by impression))?( recorded later)?",
        Reader.measured,
    ),
    (rf"(employer )?scores the ({'|'.join(SUBJECTS)}) (\d) on {DAY}", Reader.score),
    (r"job promised(?:, (kept|not kept))?", Reader.promised),
    (r"works (\d+) hours", Reader.works),
    (rf"contract until {DAY}", Reader.contract_until),
    (r"education (\d)", lambda reader, level: reader.is_person(education=int(level))),
    (r"was (\d+)", lambda reader, occupation: reader.is_person(earlier_occupations=(occupation,))),
    (r"wants sector ([A-Z])", lambda reader, sector: reader.is_person(wished_sectors=(sector,))),
    (r"wants occupation (\d+)", lambda reader, occupation: reader.is_person(wished_occupations=(occupation,))),
    (r"wants (\d+) hours", lambda reader, hours: reader.is_person(wished_hours=float(hours))),
    (r"programme trains for (\d+)", Reader.trains_for),
)


def read_life(name: str, recorded: str) -> Life:
    """The life that the clauses tell of."""
    reader = Reader(name)
    for clause in recorded.split("; "):
        for pattern, act in CLAUSES:
            match = re.fullmatch(pattern, clause)
            if match:
                act(reader, *match.groups())
                break
        else:
            raise ValueError(f"no such clause in a spec table: {clause!r}")
    return reader.life()

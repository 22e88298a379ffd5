"""What became of everyone who registered for a programme, and what the check of the requirements had to do with it.

Registrations are counted: somebody who registers twice counts twice. The check counts as it stood beside the decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.rules.code_lists import CheckVerdict, Decision, Gender, LanguageLevel, ResidenceGround, TrajectoryState
from app.rules.product_limit import Wait
from app.rules.selection_outcomes import ADMITTING
from app.rules.time_to_decision import TimeToDecision, time_to_decision


class Fate(StrEnum):
    """Where a registration led to. Open is everybody on whom nothing has been decided, waiting is the waiting list."""

    ADMITTED = "admitted"
    WAITING = "waiting"
    REFERRED = "referred"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


TURNED_AWAY = frozenset({Fate.REFERRED, Fate.DECLINED})


@dataclass(frozen=True, kw_only=True)
class Registration:
    """One registration. `verdicts` are the requirements (in JSON) with what the check beside the decision said."""

    registered_on: date
    state: TrajectoryState = TrajectoryState.REGISTERED
    screened_on: date | None = None
    decision: Decision | None = None
    decided_on: date | None = None
    started_on: date | None = None
    reason: str | None = None
    verdict: CheckVerdict | None = None
    verdicts: tuple[tuple[str, CheckVerdict], ...] = ()
    over_qualified: bool | None = None
    gender: Gender | None = None
    birth_date: date | None = None
    education: int | None = None
    speaking: LanguageLevel | None = None
    residence_ground: ResidenceGround | None = None

    @property
    def fate(self) -> Fate:
        """Where the registration led to. A start counts as an admission, also where no decision was kept."""
        if self.started_on is not None or self.decision in ADMITTING:
            return Fate.ADMITTED
        if self.state is TrajectoryState.WAITING or self.decision is Decision.WAITING:
            return Fate.WAITING
        return Fate(self.decision.value) if self.decision else Fate.OPEN

    def wait(self, today: date) -> Wait | None:
        """How long the decision took, or has not come; None where it was taken on a day that nobody kept."""
        if self.fate in (Fate.OPEN, Fate.WAITING):
            return Wait((today - self.registered_on).days, is_over=False)
        if self.decided_on is None:
            return None
        return Wait((self.decided_on - self.registered_on).days, is_over=self.fate is not Fate.WITHDRAWN)


@dataclass(frozen=True)
class KnownShare:
    """How many of a group are, how many are not, and of how many it is not known. The share is of the known."""

    yes: int
    no: int
    unknown: int

    @property
    def known(self) -> int:
        """Of how many it is known."""
        return self.yes + self.no

    @property
    def share(self) -> float | None:
        """The share of the known; None where nobody is known."""
        return self.yes / self.known if self.known else None


@dataclass(frozen=True)
class RequirementLine:
    """One requirement: what the check said of those checked, and how many had to go because of it alone."""

    requirement: str
    met: int
    not_met: int
    unknown: int
    turned_away_alone: int
    admitted_though_not_met: int

    @property
    def checked(self) -> int:
        """Beside how many decisions the requirement was checked."""
        return self.met + self.not_met + self.unknown


@dataclass(frozen=True)
class Funnel:
    """The selection of one group of registrations."""

    registered: int
    screened: int
    started: int
    fates: Counter[Fate]
    admitted_though_not_met: KnownShare
    declined_though_met: KnownShare
    over_qualified: KnownShare
    requirements: Sequence[RequirementLine]
    wait: TimeToDecision
    without_day: int = field(default=0)
    """How many decisions were taken on a day that nobody kept."""

    @property
    def decided(self) -> int:
        """How many were admitted, referred, declined, or withdrew."""
        return self.registered - self.fates[Fate.OPEN] - self.fates[Fate.WAITING]


def funnel_of(registrations: Iterable[Registration], today: date) -> Funnel:
    """Count a group of registrations, as it stands today."""
    everyone = list(registrations)
    admitted = [one for one in everyone if one.fate is Fate.ADMITTED]
    declined = [one for one in everyone if one.fate is Fate.DECLINED]
    waits = [one.wait(today) for one in everyone]
    return Funnel(
        registered=len(everyone),
        screened=sum(one.screened_on is not None for one in everyone),
        started=sum(one.started_on is not None for one in everyone),
        fates=Counter(one.fate for one in everyone),
        admitted_though_not_met=_share(_is(one.verdict, CheckVerdict.NOT_MET) for one in admitted),
        declined_though_met=_share(_is(one.verdict, CheckVerdict.MET) for one in declined),
        over_qualified=_share(one.over_qualified for one in admitted),
        requirements=_requirement_lines(everyone),
        wait=time_to_decision(wait for wait in waits if wait),
        without_day=waits.count(None),
    )


def _share(answers: Iterable[bool | None]) -> KnownShare:
    counted = Counter(answers)
    return KnownShare(counted[True], counted[False], counted[None])


def _is(verdict: CheckVerdict | None, wanted: CheckVerdict) -> bool | None:
    return None if verdict in (None, CheckVerdict.UNKNOWN) else verdict is wanted


def _requirement_lines(everyone: Sequence[Registration]) -> list[RequirementLine]:
    said: dict[str, Counter[CheckVerdict]] = {}
    alone: Counter[str] = Counter()
    admitted: Counter[str] = Counter()
    for one in everyone:
        for requirement, verdict in one.verdicts:
            said.setdefault(requirement, Counter())[verdict] += 1
        missing = [requirement for requirement, verdict in one.verdicts if verdict is CheckVerdict.NOT_MET]
        if len(missing) == 1 and one.fate in TURNED_AWAY:
            alone[missing[0]] += 1
        if one.fate is Fate.ADMITTED:
            admitted.update(missing)
    return [
        RequirementLine(
            requirement,
            counted[CheckVerdict.MET],
            counted[CheckVerdict.NOT_MET],
            counted[CheckVerdict.UNKNOWN],
            alone[requirement],
            admitted[requirement],
        )
        for requirement, counted in said.items()
    ]

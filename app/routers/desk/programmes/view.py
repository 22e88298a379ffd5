"""What the page of one programme shows, worked out from what is recorded and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.routers.desk.programmes.evaluation import MARYLAND
from app.routers.desk.programmes.funding_chart import FundingChart, draw_funding
from app.routers.desk.programmes.part import Told
from app.rules.code_lists import ScalingCriterion
from app.rules.names import name_of
from app.rules.sentence import Sentence


@dataclass(frozen=True)
class PhaseLine:
    """A phase, and the weeks of the programme in which it falls, where the phases before it say how long they take."""

    phase: Told
    first_week: int | None
    last_week: int | None


@dataclass(frozen=True)
class ScalingLine:
    """A criterion, and what is known of it."""

    criterion: Sentence
    state: str | None
    note: str | None


@dataclass(frozen=True)
class ProgrammeView:
    """Everything on the page."""

    told: Told
    warnings: Sequence[Sentence]
    phases: Sequence[PhaseLine]
    funding: FundingChart | None
    evidence: Sentence | None
    scaling: Sequence[ScalingLine]


def view_of(told: Told, today: date) -> ProgrammeView:
    """Work out the page of a programme on a day."""
    level = (told["evaluation"] or {}).get("marylandLevel")
    return ProgrammeView(
        told=told,
        warnings=[*map(funding_ends, endings_of(told)), *map(phase_without_funding, told["phasesWithoutFunding"])],
        phases=_phases(told["phases"]),
        funding=draw_funding(told["funding"], today) if told["funding"] else None,
        evidence=dict(MARYLAND).get(str(level)),
        scaling=_scaling(told["scalingCriteria"]),
    )


def endings_of(told: Told) -> list[Mapping[str, object]]:
    """The funding that ends without anything after it, once for each sum, with the phases that it leaves unpaid."""
    named = {funding["id"]: funding for funding in told["funding"]}
    left: dict[str, list[str]] = {}
    for line in told["fundingThatEnds"]:
        left.setdefault(line["fundingId"], []).append(line["phase"])
    return [
        {"source": named[key]["source"], "endsOn": named[key]["endsOn"], "phases": phases}
        for key, phases in left.items()
    ]


def funding_ends(ending: Told) -> Sentence:
    """Say which money ends, and when."""
    return Sentence(
        "The funding from %(source)s ends on %(day)s, and nothing follows it.",
        source=ending["source"],
        day=date.fromisoformat(ending["endsOn"]),
    )


def phase_without_funding(line: Told) -> Sentence:
    """Say what nobody pays for today."""
    until = date.fromisoformat(line["paidUntil"]) if line["paidUntil"] else None
    if line["phase"] is None:
        return Sentence("Nobody pays for this programme since %(day)s.", day=until or date.max)
    if until is None:
        return Sentence("Nobody pays for the phase “%(phase)s”.", phase=line["phase"])
    return Sentence("Nobody pays for the phase “%(phase)s” since %(day)s.", phase=line["phase"], day=until)


def _phases(phases: Sequence[Told]) -> list[PhaseLine]:
    lines: list[PhaseLine] = []
    begins: int | None = 1
    for phase in phases:
        weeks = phase.get("plannedWeeks")
        ends = begins + weeks - 1 if begins and weeks else None
        lines.append(PhaseLine(phase, begins, ends))
        begins = ends + 1 if ends else None
    return lines


def _scaling(kept: Sequence[Told]) -> list[ScalingLine]:
    known = {one["criterion"]: one for one in kept}
    return [
        ScalingLine(name_of(criterion), known.get(criterion, {}).get("state"), known.get(criterion, {}).get("note"))
        for criterion in ScalingCriterion
    ]

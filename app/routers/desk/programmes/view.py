"""What the page of one programme shows, worked out from what is recorded and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.models.programme_design import AskingPolicy
from app.routers.desk.programmes.asking import asking_of
from app.routers.desk.programmes.evaluation import MARYLAND
from app.routers.desk.programmes.funding_chart import FundingChart, draw_funding
from app.routers.desk.programmes.funding_words import funding_ends, phase_without_funding
from app.routers.desk.programmes.part import Told
from app.rules.code_lists import PartnerRole, ScalingCriterion
from app.rules.entry_requirement import requirements_from
from app.rules.entry_requirement_words import words_of
from app.rules.names import name_of
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence


@dataclass(frozen=True)
class PhaseLine:
    """A phase, and the weeks of the programme in which it falls, where the phases before it say how long they take.

    `norm_days` is the phase's own contact norm, or that of the programme.
    """

    name: str
    weeks: int | None
    norm_days: int
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
    sectors: Sequence[Sentence]
    requirements: Sequence[Sentence]
    phases: Sequence[PhaseLine]
    partners: Sequence[Told]
    funding: FundingChart | None
    evaluation: Told | None
    evidence: Sentence | None
    elements: Sequence[Told]
    scaling: Sequence[ScalingLine]
    asking: AskingPolicy


def view_of(told: Told, today: date) -> ProgrammeView:
    """Work out the page of a programme on a day."""
    return ProgrammeView(
        told=told,
        warnings=[*map(funding_ends, endings_of(told)), *map(phase_without_funding, told["phasesWithoutFunding"])],
        sectors=[SECTOR_NAMES[letter] for letter in told["sectors"]],
        requirements=[words_of(asked) for asked in requirements_from(told["entryRequirements"])],
        phases=_phases(told["phases"], told["contactNormDays"]),
        partners=sorted(told["partners"], key=lambda partner: list(PartnerRole).index(partner["role"])),
        funding=draw_funding(told["funding"], today) if told["funding"] else None,
        evaluation=_evaluation(told["evaluation"]),
        evidence=dict(MARYLAND).get(str((told["evaluation"] or {}).get("marylandLevel"))),
        elements=[{"source": None, **element} for element in told["effectiveElements"]],
        scaling=_scaling(told["scalingCriteria"]),
        asking=asking_of(told),
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


def _evaluation(kept: Told | None) -> Told | None:
    if kept is None:
        return None
    figures = [{"unit": "%", "year": None, **figure} for figure in kept.get("referenceFigures", [])]
    return {"comparison": None, "plan": None, **kept, "referenceFigures": figures}


def _phases(phases: Sequence[Told], norm_days: int) -> list[PhaseLine]:
    lines: list[PhaseLine] = []
    begins: int | None = 1
    for phase in phases:
        weeks = phase.get("plannedWeeks")
        ends = begins + weeks - 1 if begins and weeks else None
        norm = phase.get("contactNormDays") or norm_days
        lines.append(PhaseLine(phase["name"], weeks, norm, begins, ends))
        begins = ends + 1 if ends else None
    return lines


def _scaling(kept: Sequence[Told]) -> list[ScalingLine]:
    known = {one["criterion"]: one for one in kept}
    return [
        ScalingLine(name_of(criterion), known.get(criterion, {}).get("state"), known.get(criterion, {}).get("note"))
        for criterion in ScalingCriterion
    ]

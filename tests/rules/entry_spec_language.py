"""Reads the tables in `entry_spec/`: what a programme asks and what is known of people, in short English clauses.

The clauses are those that the tables use; anything else is refused with the clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.rules.candidate import Candidate, Circumstance, Interview
from app.rules.code_lists import (
    Benefit,
    CircumstanceState,
    CivicIntegrationRoute,
    LanguageLevel,
    LanguageSkill,
    ResidenceGround,
    SupportDomain,
)
from app.rules.entry_requirement import Asked, requirements_from
from app.rules.language_levels import SKILLS_THAT_COUNT
from app.rules.language_progress import Measurement

FOLDER = Path(__file__).parent / "entry_spec"
DAY = r"(\d{4}-\d\d-\d\d)"


@dataclass(frozen=True)
class Row:
    """One candidate in one table, and what must come out."""

    table: str
    on: date
    asked: tuple[Asked, ...]
    candidate: str
    known: str
    verdict: str
    over_qualified: str
    sentences: tuple[str, ...]


def spec_rows() -> list[Row]:
    """Every row of every table."""
    return [row for path in sorted(FOLDER.glob("*.md")) for row in _rows(path)]


def _rows(path: Path) -> list[Row]:
    rows: list[Row] = []
    for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        on = date.fromisoformat(re.findall(rf"On {DAY}", section)[0])
        asked = requirements_from([asks(one) for one in re.findall(r"^- (.+)$", section, re.MULTILINE)])
        lines = re.findall(r"^\|(.+)\|$", section, re.MULTILINE)
        head, _rule, *cells = ([cell.strip() for cell in line.split("|")] for line in lines)
        for line in cells:
            named = dict(zip(head, line, strict=True))
            rows.append(
                Row(
                    table=section.splitlines()[0],
                    on=on,
                    asked=asked,
                    candidate=named["candidate"],
                    known=named["what is known"],
                    verdict=named["verdict"],
                    over_qualified=named["over-qualified"],
                    sentences=tuple(one.strip() for one in named["why"].split(" · ") if one),
                )
            )
    return rows


def asks(clause: str) -> dict[str, Any]:
    """One requirement, as it goes over the wire."""
    for joined in (" or also ", " and also "):
        if joined in clause:
            parts = [asks(one.strip("()")) for one in clause.split(joined)]
            return {"kind": "any" if "or" in joined else "all", "of": parts}
    for pattern, read in REQUIREMENTS.items():
        found = re.fullmatch(pattern, clause)
        if found:
            return read(*found.groups())
    raise ValueError(f"nothing in a table reads “{clause}”")


REQUIREMENTS: dict[str, Callable[..., dict[str, Any]]] = {
    r"every skill at least (.+)": lambda level: {"kind": "language_level", "level": level},
    r"(\w+) at least (\w+\S*)": lambda skill, level: {"kind": "language_level", "level": level, "skill": skill},
    r"education from (\d)": lambda low: {"kind": "education", "from": int(low)},
    r"education to (\d)": lambda high: {"kind": "education", "to": int(high)},
    r"education from (\d) to (\d)": lambda low, high: {"kind": "education", "from": int(low), "to": int(high)},
    r"age from (\d+)": lambda low: {"kind": "age", "from": int(low)},
    r"age from (\d+) to (\d+)": lambda low, high: {"kind": "age", "from": int(low), "to": int(high)},
    r"residence (.+)": lambda grounds: {"kind": "residence_ground", "oneOf": grounds.split(" or ")},
    r"benefit (.+)": lambda benefits: {"kind": "benefit", "oneOf": benefits.split(" or ")},
    r"under civic-integration duty": lambda: {"kind": "civic_integration_duty", "underDuty": True},
    r"not under civic-integration duty": lambda: {"kind": "civic_integration_duty", "underDuty": False},
    r"route (.+)": lambda routes: {"kind": "civic_integration_route", "oneOf": routes.split(" or ")},
    r"motivation for (\w) of at least (\d)": lambda sector, score: {
        "kind": "sector_motivation",
        "sector": sector,
        "atLeast": int(score),
    },
    r"nothing blocking": lambda: {"kind": "circumstances_not_blocking", "domains": []},
    r"nothing blocking in (.+)": lambda domains: {
        "kind": "circumstances_not_blocking",
        "domains": domains.split(" or "),
    },
}


def candidate(known: str) -> Candidate:
    """Somebody of whom this is known."""
    made = Candidate()
    for clause in filter(None, (one.strip() for one in known.split(";"))):
        for pattern, read in FACTS.items():
            found = re.fullmatch(pattern, clause)
            if found:
                made = read(made, *found.groups())
                break
        else:
            raise ValueError(f"nothing in a table reads “{clause}”")
    return made


def _measured(made: Candidate, how: str | None, what: str, level: str, day: str, instrument: str | None) -> Candidate:
    skills = SKILLS_THAT_COUNT if what == "every skill" else (LanguageSkill(what),)
    at = datetime(2026, 1, 1, 9, len(made.measurements), tzinfo=UTC)
    official = {"officially ": True, "estimated ": False}.get(how or "")
    more = [
        Measurement(
            skill=skill,
            level=LanguageLevel(level),
            on=date.fromisoformat(day),
            official=official,
            instrument=instrument,
            recorded_at=at,
        )
        for skill in skills
    ]
    return replace(made, measurements=(*made.measurements, *more))


def _interviewed(made: Candidate, sector: str, score: str, day: str) -> Candidate:
    interview = Interview(sector=sector, score=int(score), on=date.fromisoformat(day))
    return replace(made, interviews=(*made.interviews, interview))


def _lives(made: Candidate, what: str, state: str, day: str) -> Candidate:
    domains = tuple(SupportDomain) if what == "everything" else (SupportDomain(what),)
    more = [Circumstance(domain=one, state=CircumstanceState(state), on=date.fromisoformat(day)) for one in domains]
    return replace(made, circumstances=(*made.circumstances, *more))


FACTS: dict[str, Callable[..., Candidate]] = {
    rf"(officially |estimated )?(every skill|listening|reading|speaking|writing|conversation) (\w+ ?[ABC]?-?) "
    rf"on {DAY}(?: \((.+)\))?": _measured,
    r"education (\d)": lambda made, level: replace(made, education=int(level)),
    rf"born {DAY}": lambda made, day: replace(made, birth_date=date.fromisoformat(day)),
    r"residence (\w+)": lambda made, ground: replace(made, residence_ground=ResidenceGround(ground)),
    r"benefit (\w+)": lambda made, benefit: replace(made, benefit=Benefit(benefit)),
    r"under duty": lambda made: replace(made, under_civic_integration_duty=True),
    r"not under duty": lambda made: replace(made, under_civic_integration_duty=False),
    r"route (\w+)": lambda made, route: replace(made, civic_integration_route=CivicIntegrationRoute(route)),
    rf"motivation for (\w) (\d) on {DAY}": _interviewed,
    rf"(everything|{'|'.join(SupportDomain)}) (\w+) on {DAY}": _lives,
}

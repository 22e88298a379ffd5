"""Spec tables: a Markdown file with people in one table and the numbers that must come out in another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.rules.outcome_facts import Life
from tests.outcomes.spec_language import read_life

FOLDER = Path(__file__).parent / "spec"

NOT_COUNTED = "not counted"


@dataclass(frozen=True)
class Spec:
    """One file: the people in it, the state expected of each for each metric, and the numbers expected."""

    as_of: date
    lives: dict[str, Life]
    states: dict[str, dict[str, str]]
    """Person → metric → state, without the metrics that do not count the person."""
    numbers: dict[str, dict[str, float | None]]
    """Metric → field of a row → value."""


def spec_files() -> list[Path]:
    """All spec files, in the order of the manual."""
    return sorted(FOLDER.glob("*.md"))


def read_spec(path: Path) -> Spec:
    """Read one file."""
    text = path.read_text(encoding="utf-8")
    as_of = re.search(r"^As of (\d{4}-\d\d-\d\d)\.", text, re.MULTILINE)
    if as_of is None:
        raise ValueError(f"{path.name} does not say as of which day")
    people, numbers = [_rows(table) for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)]
    return Spec(
        as_of=date.fromisoformat(as_of.group(1)),
        lives={row["person"]: read_life(row["person"], row["what is recorded"]) for row in people},
        states={row["person"]: _states(row) for row in people},
        numbers={row["metric"]: _numbers(row) for row in numbers},
    )


def _rows(table: str) -> list[dict[str, str]]:
    head, _rule, *lines = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    return [dict(zip(head, line, strict=True)) for line in lines]


def _states(row: dict[str, str]) -> dict[str, str]:
    about = {key: value for key, value in row.items() if key not in ("person", "what is recorded")}
    return {metric: state.replace(" ", "_") for metric, state in about.items() if state != NOT_COUNTED}


def _numbers(row: dict[str, str]) -> dict[str, float | None]:
    fields = {"answered": "response_rate"}
    return {
        fields.get(key, key.replace(" ", "_")): float(value) if value else None
        for key, value in row.items()
        if key != "metric"
    }

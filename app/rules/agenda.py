"""The appointments of a coach: those that passed, those of today, and those of the next days."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Agenda:
    """People by their next appointment: before today, today, and within the six days after it; by day."""

    passed: list[dict[str, Any]] = field(default_factory=list)
    today: list[dict[str, Any]] = field(default_factory=list)
    this_week: list[dict[str, Any]] = field(default_factory=list)


def agenda_of(people: Iterable[dict[str, Any]], today: date) -> Agenda:
    """Sort people into an agenda by `nextContactOn`, a day written YYYY-MM-DD or None."""
    agenda = Agenda()
    for one in sorted((one for one in people if one["nextContactOn"]), key=lambda one: str(one["nextContactOn"])):
        day = date.fromisoformat(one["nextContactOn"])
        if day < today:
            agenda.passed.append(one)
        elif day == today:
            agenda.today.append(one)
        elif day <= today + WEEK:
            agenda.this_week.append(one)
    return agenda

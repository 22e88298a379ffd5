"""Which spells of one person run at the same time. That is allowed, and marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Overlap(StrEnum):
    """Whether two spells share a day; a spell whose end is not known may or may not reach the next one."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class KnownSpell:
    """A spell by its id, from its first day to its last known one. `is_over` says whether that day is its end."""

    id: str
    starts_on: date
    known_until: date
    is_over: bool


def overlaps_of(spell: KnownSpell, others: Iterable[KnownSpell]) -> dict[str, Overlap]:
    """Name the other spells that share a day with this one, or may do so."""
    found = {other.id: _overlap(*sorted((spell, other), key=lambda one: one.starts_on)) for other in others}
    return {name: overlap for name, overlap in found.items() if overlap is not None}


def _overlap(first: KnownSpell, second: KnownSpell) -> Overlap | None:
    if second.starts_on <= first.known_until:
        return Overlap.CERTAIN
    return None if first.is_over else Overlap.POSSIBLE

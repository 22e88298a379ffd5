"""People who are probably one person under two numbers. They are shown to people, never merged by themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

from app.rules.folded_text import folded

SIMILAR = 0.85
"""From this likeness of the folded names on (0 to 1, difflib's ratio) two names count as similar."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What tells people apart. number is the lead organisation's; name is first and last name."""

    number: str
    name: str
    birth_date: date | None
    email: str | None


def probable_duplicates(people: Iterable[KnownPerson]) -> list[tuple[str, str]]:
    """Pairs of numbers, in order: the same birth date and a similar name, or the same e-mail address."""
    born_on: dict[date, list[KnownPerson]] = defaultdict(list)
    reached_at: dict[str, list[KnownPerson]] = defaultdict(list)
    for person in people:
        if person.birth_date is not None:
            born_on[person.birth_date].append(person)
        if person.email:
            reached_at[person.email.casefold()].append(person)
    pairs = {
        _in_order(one, other)
        for group in born_on.values()
        for one, other in combinations(group, 2)
        if _similar(one.name, other.name)
    }
    pairs |= {_in_order(one, other) for one, other in _pairs(reached_at.values())}
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def _pairs(groups: Iterable[list[KnownPerson]]) -> Iterator[tuple[KnownPerson, KnownPerson]]:
    for group in groups:
        yield from combinations(group, 2)


def _in_order(one: KnownPerson, other: KnownPerson) -> tuple[str, str]:
    return (one.number, other.number) if one.number <= other.number else (other.number, one.number)


def _similar(name: str, other: str) -> bool:
    """The same words in any order (first and last name swapped), or nearly the same letters."""
    words, other_words = sorted(folded(name).split()), sorted(folded(other).split())
    return words == other_words or SequenceMatcher(None, " ".join(words), " ".join(other_words)).ratio() >= SIMILAR

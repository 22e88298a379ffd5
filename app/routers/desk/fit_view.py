"""What the two pages on fitting show: a programme beside a person, with the reasons of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from app.queries.candidates import candidate_from
from app.rules.code_lists import CheckVerdict
from app.rules.entry_check import check_entry
from app.rules.entry_finding import EntryCheck
from app.rules.entry_requirement import requirements_from
from app.rules.sentence import Sentence
from app.rules.wishes import Offer, Wishes, WishFinding, wish_findings

WISHES, OFFER = TypeAdapter(Wishes), TypeAdapter(Offer)
FITS: Mapping[CheckVerdict | None, Sentence] = {
    CheckVerdict.MET: Sentence("Meets everything that is asked"),
    CheckVerdict.UNKNOWN: Sentence("Not everything is known yet"),
    CheckVerdict.NOT_MET: Sentence("Does not meet everything"),
    None: Sentence("The programme asks nothing"),
}
NOTHING_ASKED = "nothing_asked"
"""How the address calls a programme that asks nothing, beside the three verdicts."""


@dataclass(frozen=True)
class Beside:
    """One line of a page: whom or what it is about (as the query gives it), and what is asked from both sides."""

    about: Mapping[str, Any]
    check: EntryCheck
    wishes: tuple[WishFinding, ...]
    also_wants: tuple[Sentence, ...]

    @property
    def verdict(self) -> str:
        """The check as a whole, as an address has it."""
        return self.check.verdict or NOTHING_ASKED

    @property
    def fits(self) -> Sentence:
        """The check as a whole, in words."""
        return FITS[self.check.verdict]


def beside(about: Mapping[str, Any], programme: Mapping[str, Any], person: Mapping[str, Any], on: date) -> Beside:
    """Hold a person (`facts` and `wishes`) against a programme (`asked` and `offer`), on a day."""
    wishes = WISHES.validate_python(person["wishes"])
    return Beside(
        about,
        check_entry(requirements_from(programme["asked"]), candidate_from(person["facts"]), on),
        wish_findings(wishes, OFFER.validate_python(programme["offer"])),
        tuple(_also_wants(wishes)),
    )


def nearest_first(lines: Iterable[Beside]) -> list[Beside]:
    """By the number of requirements not met, then by the number unknown; otherwise in the order they came in."""
    return sorted(lines, key=lambda line: line.check.distance)


def per_verdict(lines: Sequence[Beside]) -> list[tuple[str, Sentence, int]]:
    """Every verdict that occurs, in words and with how often, as tabs show it."""
    counted = Counter(line.check.verdict for line in lines)
    return [(verdict or NOTHING_ASKED, words, counted[verdict]) for verdict, words in FITS.items() if counted[verdict]]


def _also_wants(wishes: Wishes) -> Iterable[Sentence]:
    if wishes.hours is not None:
        yield Sentence("Wants to work %(hours)s hours a week.", hours=f"{wishes.hours:g}")
    if wishes.travel_minutes is not None:
        yield Sentence("Wants to travel %(minutes)s minutes at most.", minutes=wishes.travel_minutes)

"""What the two pages on fitting show: a programme beside a person, with the reasons of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from app.queries.candidates import candidate_from
from app.rules.candidate import Candidate
from app.rules.code_lists import CheckVerdict
from app.rules.entry_check import check_entry
from app.rules.entry_finding import EntryCheck
from app.rules.entry_requirement import EntryRequirement, requirements_from
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


@dataclass(frozen=True)
class AskingProgramme:
    """What a programme asks of people, and what it offers them."""

    requirements: tuple[EntryRequirement, ...]
    offer: Offer

    @classmethod
    def read(cls, programme: Mapping[str, Any]) -> AskingProgramme:
        """Read `asked` and `offer`, as the queries give them."""
        return cls(requirements_from(programme["asked"]), OFFER.validate_python(programme["offer"]))


@dataclass(frozen=True)
class WishingPerson:
    """What is known of a person, and what they wish."""

    candidate: Candidate
    wishes: Wishes

    @classmethod
    def read(cls, person: Mapping[str, Any]) -> WishingPerson:
        """Read `facts` and `wishes`, as the queries give them."""
        return cls(candidate_from(person["facts"]), WISHES.validate_python(person["wishes"]))


def beside(about: Mapping[str, Any], programme: AskingProgramme, person: WishingPerson, on: date) -> Beside:
    """Hold a person against a programme, on a day."""
    return Beside(
        about,
        check_entry(programme.requirements, person.candidate, on),
        wish_findings(person.wishes, programme.offer),
        tuple(_also_wants(person.wishes)),
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

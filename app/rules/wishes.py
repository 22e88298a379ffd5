"""What somebody asks of work, beside what a programme leads to. A wish that is not met never shuts anybody out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.rules.code_lists import CheckVerdict
from app.rules.entry_finding import MET, NOT_MET, UNKNOWN
from app.rules.entry_requirement_words import one_of
from app.rules.sector_names import sector_name
from app.rules.sentence import Sentence

SUB_MAJOR = 2
"""Digits of an ISCO-08 code that name the sub-major group, by which occupations are of one kind."""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """Sections of NACE Rev. 2.1, ISCO-08 codes, hours per week, minutes of travel one way; empty is not asked."""

    sectors: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    hours: float | None = None
    travel_minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """The sections and ISCO-08 codes of the work that a programme leads to; empty is not recorded."""

    sectors: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()


@dataclass(frozen=True)
class WishFinding:
    """One wish beside the programme, and why."""

    verdict: CheckVerdict
    sentence: Sentence


def wish_findings(wishes: Wishes, offer: Offer) -> tuple[WishFinding, ...]:
    """The wishes for a sector and an occupation. Programmes keep no hours and no place, so those are only told."""
    return _about_sector(wishes, offer), _about_occupation(wishes, offer)


def _about_sector(wishes: Wishes, offer: Offer) -> WishFinding:
    if not wishes.sectors:
        return WishFinding(UNKNOWN, Sentence("It is not known in which sector this person wants to work."))
    wanted = one_of(map(sector_name, wishes.sectors))
    if not offer.sectors:
        sentence = Sentence("Wants to work in %(wanted)s; this programme names no sector.", wanted=wanted)
        return WishFinding(UNKNOWN, sentence)
    offered = one_of(map(sector_name, offer.sectors))
    meets = not set(wishes.sectors).isdisjoint(offer.sectors)
    return WishFinding(
        MET if meets else NOT_MET,
        Sentence("Wants to work in %(wanted)s; this programme leads to %(offered)s.", wanted=wanted, offered=offered),
    )


def _about_occupation(wishes: Wishes, offer: Offer) -> WishFinding:
    wanted, offered = _kinds(wishes.occupations), _kinds(offer.occupations)
    if not wanted:
        return WishFinding(UNKNOWN, Sentence("It is not known which occupation this person wants."))
    if not offered:
        return WishFinding(UNKNOWN, Sentence("Wants a certain occupation; this programme names none."))
    if wanted & offered:
        return WishFinding(MET, Sentence("Wants an occupation of the kind for which this programme trains."))
    return WishFinding(NOT_MET, Sentence("Wants an occupation of another kind than this programme trains for."))


def _kinds(occupations: Collection[str]) -> set[str]:
    return {code[:SUB_MAJOR] for code in occupations if len(code) >= SUB_MAJOR}

"""What a requirement asks, in words: for a list of requirements, and for the explanation of a check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce, singledispatch

from app.rules.code_lists import SupportDomain
from app.rules.education_names import EDUCATION_NAMES
from app.rules.entry_requirement import (
    AgeAsked,
    AllOf,
    AnyOf,
    Asked,
    BenefitAsked,
    Between,
    CircumstancesNotBlockingAsked,
    CivicIntegrationDutyAsked,
    CivicIntegrationRouteAsked,
    EducationAsked,
    LanguageLevelAsked,
    ResidenceGroundAsked,
    SectorMotivationAsked,
)
from app.rules.names import name_of
from app.rules.sector_names import sector_name
from app.rules.sentence import Sentence


@singledispatch
def words_of(asked: Asked) -> Sentence:
    """Say what is asked, as a phrase without a full stop."""
    raise TypeError(type(asked))


@words_of.register
def _language(asked: LanguageLevelAsked) -> Sentence:
    if asked.skill is None:
        return Sentence("At least %(level)s in every language skill", level=asked.level.value)
    return Sentence("%(skill)s at least %(level)s", skill=name_of(asked.skill), level=asked.level.value)


@words_of.register
def _education(asked: EducationAsked) -> Sentence:
    return Sentence("Education: level %(levels)s", levels=range_of(asked))


@words_of.register
def _age(asked: AgeAsked) -> Sentence:
    return Sentence("Age: %(years)s", years=range_of(asked))


@words_of.register
def _residence(asked: ResidenceGroundAsked) -> Sentence:
    return Sentence("Residence: %(grounds)s", grounds=one_of(map(name_of, asked.one_of)))


@words_of.register
def _benefit(asked: BenefitAsked) -> Sentence:
    return Sentence("Benefit: %(benefits)s", benefits=one_of(map(name_of, asked.one_of)))


@words_of.register
def _duty(asked: CivicIntegrationDutyAsked) -> Sentence:
    if asked.under_duty:
        return Sentence("Under the duty of civic integration")
    return Sentence("Not under the duty of civic integration")


@words_of.register
def _route(asked: CivicIntegrationRouteAsked) -> Sentence:
    return Sentence("Civic integration: %(routes)s", routes=one_of(map(name_of, asked.one_of)))


@words_of.register
def _motivation(asked: SectorMotivationAsked) -> Sentence:
    return Sentence(
        "Motivated for %(sector)s: at least %(score)s of 5", sector=sector_name(asked.sector), score=asked.at_least
    )


@words_of.register
def _circumstances(asked: CircumstancesNotBlockingAsked) -> Sentence:
    if not asked.domains:
        return Sentence("No circumstances that stand in the way")
    return Sentence("Nothing that stands in the way in: %(domains)s", domains=listed(map(name_of, asked.domains)))


@words_of.register
def _all(asked: AllOf) -> Sentence:
    return joined(asked.of, Sentence("and"))


@words_of.register
def _any(asked: AnyOf) -> Sentence:
    return joined(asked.of, Sentence("or"))


def joined(parts: Sequence[Asked], word: Sentence) -> Sentence:
    """Several requirements as one phrase, between brackets where they are put together themselves."""

    def add(left: Sentence, right: Sentence) -> Sentence:
        return Sentence("%(left)s, %(word)s %(right)s", left=left, word=word, right=right)

    return reduce(add, (_bracketed(part) for part in parts))


def _bracketed(part: Asked) -> Sentence:
    words = words_of(part)
    return Sentence("(%(words)s)", words=words) if isinstance(part, AllOf | AnyOf) else words


def range_of(asked: Between) -> Sentence:
    """The bounds as numbers: 18 to 27, at least 18, at most 27, or just 18."""
    return _between(_as_number(asked.lowest), _as_number(asked.highest))


def education_range(asked: EducationAsked) -> Sentence:
    """The bounds as levels with their names."""
    return _between(_as_education(asked.lowest), _as_education(asked.highest))


def education_level(level: int) -> Sentence:
    """A level of ISCED 2011 with its name."""
    return Sentence("level %(level)s (%(name)s)", level=level, name=EDUCATION_NAMES[level])


def listed(names: Iterable[Sentence]) -> Sentence:
    """Names behind each other, with commas."""
    return reduce(lambda left, right: Sentence("%(left)s, %(right)s", left=left, right=right), names)


def one_of(names: Iterable[Sentence]) -> Sentence:
    """Names of which one must hold."""
    *others, last = names
    return Sentence("%(left)s or %(right)s", left=listed(others), right=last) if others else last


def domains_of(asked: CircumstancesNotBlockingAsked) -> tuple[SupportDomain, ...]:
    """The parts of life that are asked about; naming none means all of them."""
    return asked.domains or tuple(SupportDomain)


def _as_number(bound: int | None) -> Sentence | None:
    return None if bound is None else Sentence("%(number)s", number=bound)


def _as_education(bound: int | None) -> Sentence | None:
    return None if bound is None else education_level(bound)


def _between(lowest: Sentence | None, highest: Sentence | None) -> Sentence:
    if lowest is None or highest is None:
        if lowest is not None:
            return Sentence("at least %(lowest)s", lowest=lowest)
        return Sentence("at most %(highest)s", highest=highest or "")
    return lowest if lowest == highest else Sentence("%(lowest)s to %(highest)s", lowest=lowest, highest=highest)

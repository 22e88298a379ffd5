"""What is asked of somebody's profile: education, age, residence, benefit and civic integration."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from app.rules.candidate import Candidate
from app.rules.entry_finding import MET, NOT_MET, UNKNOWN, Finding
from app.rules.entry_requirement import (
    AgeAsked,
    Asked,
    BenefitAsked,
    Between,
    CivicIntegrationDutyAsked,
    CivicIntegrationRouteAsked,
    EducationAsked,
    ResidenceGroundAsked,
)
from app.rules.entry_requirement_words import education_level, education_range, one_of, range_of
from app.rules.names import name_of
from app.rules.sentence import Sentence
from app.rules.time_before import whole_years


def education_finding(asked: EducationAsked, candidate: Candidate, _on: date) -> Finding:
    """Whether the education lies between the levels that are asked, both included."""
    level, levels = candidate.education, education_range(asked)
    if level is None:
        return _not_known(
            asked,
            Sentence("The education is not known, this programme asks %(levels)s.", levels=levels),
            Sentence("Asking which school was finished would settle this."),
        )
    return Finding(
        requirement=asked,
        verdict=MET if _lies_within(asked, level) else NOT_MET,
        sentence=Sentence(
            "The education is %(level)s, this programme asks %(levels)s.", level=education_level(level), levels=levels
        ),
        surpassed=None if asked.highest is None else level > asked.highest,
    )


def age_finding(asked: AgeAsked, candidate: Candidate, on: date) -> Finding:
    """Whether the age in whole years on the day of the check lies between the bounds, both included."""
    birth_date, years = candidate.birth_date, range_of(asked)
    if birth_date is None or birth_date > on:
        return _not_known(
            asked,
            Sentence("The date of birth is not known, this programme asks an age of %(years)s.", years=years),
            Sentence("Filling in the date of birth would settle this."),
        )
    age = whole_years(birth_date, on)
    return Finding(
        requirement=asked,
        verdict=MET if _lies_within(asked, age) else NOT_MET,
        sentence=Sentence(
            "The age is %(age)s on %(day)s, this programme asks an age of %(years)s.", age=age, day=on, years=years
        ),
    )


def residence_finding(asked: ResidenceGroundAsked, candidate: Candidate, _on: date) -> Finding:
    """Whether the ground of residence is one of those asked."""
    grounds = one_of(map(name_of, asked.one_of))
    if candidate.residence_ground is None:
        return _not_known(
            asked,
            Sentence("The ground of residence is not known, this programme asks: %(grounds)s.", grounds=grounds),
            Sentence("Filling in the ground of residence would settle this."),
        )
    return _one_of_these(
        asked,
        candidate.residence_ground,
        asked.one_of,
        Sentence(
            "The ground of residence is “%(ground)s”, this programme asks: %(grounds)s.",
            ground=name_of(candidate.residence_ground),
            grounds=grounds,
        ),
    )


def benefit_finding(asked: BenefitAsked, candidate: Candidate, _on: date) -> Finding:
    """Whether the benefit is one of those asked."""
    benefits = one_of(map(name_of, asked.one_of))
    if candidate.benefit is None:
        return _not_known(
            asked,
            Sentence("The benefit is not known, this programme asks: %(benefits)s.", benefits=benefits),
            Sentence("Filling in the benefit would settle this."),
        )
    return _one_of_these(
        asked,
        candidate.benefit,
        asked.one_of,
        Sentence(
            "The benefit is “%(benefit)s”, this programme asks: %(benefits)s.",
            benefit=name_of(candidate.benefit),
            benefits=benefits,
        ),
    )


def duty_finding(asked: CivicIntegrationDutyAsked, candidate: Candidate, _on: date) -> Finding:
    """Whether somebody is, or is not, still under the duty of civic integration."""
    under_duty = candidate.under_civic_integration_duty
    if under_duty is None:
        return _not_known(
            asked,
            Sentence("It is not known whether this person is under the duty of civic integration."),
            Sentence("Asking the municipality about the duty of civic integration would settle this."),
        )
    sentences = {
        (True, True): Sentence("This person is under the duty of civic integration, as this programme asks."),
        (True, False): Sentence(
            "This person is under the duty of civic integration, this programme is for people who are not."
        ),
        (False, True): Sentence(
            "This person is not under the duty of civic integration, this programme is for people who are."
        ),
        (False, False): Sentence("This person is not under the duty of civic integration, as this programme asks."),
    }
    return Finding(
        requirement=asked,
        verdict=MET if under_duty is asked.under_duty else NOT_MET,
        sentence=sentences[under_duty, asked.under_duty],
    )


def route_finding(asked: CivicIntegrationRouteAsked, candidate: Candidate, _on: date) -> Finding:
    """Whether the route of civic integration is one of those asked. Who is known to have no duty has no route."""
    routes = one_of(map(name_of, asked.one_of))
    if candidate.civic_integration_route is not None:
        return _one_of_these(
            asked,
            candidate.civic_integration_route,
            asked.one_of,
            Sentence(
                "The civic integration goes by the “%(route)s”, this programme asks: %(routes)s.",
                route=name_of(candidate.civic_integration_route),
                routes=routes,
            ),
        )
    if candidate.under_civic_integration_duty is False:
        sentence = Sentence(
            "This person has no duty of civic integration and no route, this programme asks: %(routes)s.", routes=routes
        )
        return Finding(requirement=asked, verdict=NOT_MET, sentence=sentence)
    return _not_known(
        asked,
        Sentence("The route of civic integration is not known, this programme asks: %(routes)s.", routes=routes),
        Sentence("Asking the municipality about the route would settle this."),
    )


def _lies_within(asked: Between, number: int) -> bool:
    return (asked.lowest is None or asked.lowest <= number) and (asked.highest is None or number <= asked.highest)


def _not_known(asked: Asked, sentence: Sentence, helps: Sentence) -> Finding:
    return Finding(requirement=asked, verdict=UNKNOWN, sentence=sentence, helps=helps)


def _one_of_these(asked: Asked, value: StrEnum, wanted: Collection[StrEnum], sentence: Sentence) -> Finding:
    return Finding(requirement=asked, verdict=MET if value in wanted else NOT_MET, sentence=sentence)

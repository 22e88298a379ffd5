"""The entry requirements of a programme beside one candidate, on one day: met, not met or unknown, and why.

Nothing that was found out after the day counts. Unknown is never met. "All" and "any" are three-valued: what is
unknown stays unknown unless the others decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.rules.candidate import Candidate
from app.rules.entry_check_language import language_finding
from app.rules.entry_check_profile import (
    age_finding,
    benefit_finding,
    duty_finding,
    education_finding,
    residence_finding,
    route_finding,
)
from app.rules.entry_check_talks import circumstances_finding, motivation_finding
from app.rules.entry_finding import MET, UNKNOWN, EntryCheck, Finding, all_hold, any_holds
from app.rules.entry_requirement import (
    AgeAsked,
    AllOf,
    AnyOf,
    Asked,
    BenefitAsked,
    CircumstancesNotBlockingAsked,
    CivicIntegrationDutyAsked,
    CivicIntegrationRouteAsked,
    EducationAsked,
    LanguageLevelAsked,
    ResidenceGroundAsked,
    SectorMotivationAsked,
)
from app.rules.over_qualification import is_over_qualified
from app.rules.sentence import Sentence


def check_entry(requirements: Sequence[Asked], candidate: Candidate, on: date) -> EntryCheck:
    """Check what a programme asks (`requirements_from` reads it) against what is known of a candidate on a day."""
    return EntryCheck(tuple(CHECKS[type(asked)](asked, candidate, on) for asked in requirements))


def _all(asked: AllOf, candidate: Candidate, on: date) -> Finding:
    parts = check_entry(asked.of, candidate, on).findings
    verdict = all_hold(part.verdict for part in parts)
    if verdict is MET:
        sentence = Sentence("All of these are met.")
    elif verdict is UNKNOWN:
        sentence = Sentence("None of these is known to be missing, but not everything is known.")
    else:
        sentence = Sentence("All of these are asked, and not all are met.")
    return Finding(requirement=asked, verdict=verdict, sentence=sentence, parts=parts)


def _any(asked: AnyOf, candidate: Candidate, on: date) -> Finding:
    parts = check_entry(asked.of, candidate, on).findings
    verdict = any_holds(part.verdict for part in parts)
    if verdict is MET:
        sentence = Sentence("One of these is enough, and is met.")
    elif verdict is UNKNOWN:
        sentence = Sentence("One of these is enough; whether one is met is not known yet.")
    else:
        sentence = Sentence("One of these is enough, and none is met.")
    if any(part.verdict is MET and not _is_above(part) for part in parts):
        parts = tuple(map(_not_above, parts))
    return Finding(requirement=asked, verdict=verdict, sentence=sentence, parts=parts)


def _is_above(part: Finding) -> bool:
    return is_over_qualified((leaf.requirement, leaf.surpassed) for leaf in part.leaves()) is True


def _not_above(part: Finding) -> Finding:
    """The same finding, with which nobody is called over-qualified: another one is met as it was asked."""
    surpassed = False if part.surpassed else part.surpassed
    return replace(part, surpassed=surpassed, parts=tuple(map(_not_above, part.parts)))


CHECKS: Mapping[type[Asked], Callable[[Any, Candidate, date], Finding]] = {
    LanguageLevelAsked: language_finding,
    EducationAsked: education_finding,
    AgeAsked: age_finding,
    ResidenceGroundAsked: residence_finding,
    BenefitAsked: benefit_finding,
    CivicIntegrationDutyAsked: duty_finding,
    CivicIntegrationRouteAsked: route_finding,
    SectorMotivationAsked: motivation_finding,
    CircumstancesNotBlockingAsked: circumstances_finding,
    AllOf: _all,
    AnyOf: _any,
}
"""Every kind of requirement with how it is checked."""

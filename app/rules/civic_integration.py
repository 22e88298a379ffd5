"""Whether what was measured fits the route of the Civic Integration Act 2021 (Wet inburgering 2021).

The act sets a level for each route: B1 or higher for the education route, B1 for the B1 route (A2 in skills where B1
turned out to be out of reach), A1 for the self-reliance route. So an official A2 excludes the education route, and B1
excludes the self-reliance route. These are signs that the route recorded may be wrong, never a refusal. Somebody on
the education route passes A2 on the way: that an official result stands at A2 counts, not an intermediate level.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.rules.code_lists import CivicIntegrationRoute, LanguageLevel
from app.rules.language_levels import RANK, SKILLS_THAT_COUNT
from app.rules.language_progress import Measurement
from app.rules.names import name_of
from app.rules.sentence import Sentence


def route_warnings(route: CivicIntegrationRoute | None, measurements: Iterable[Measurement]) -> list[Sentence]:
    """What speaks against the route that is recorded, a sentence per skill."""
    counting = [one for one in measurements if one.skill in SKILLS_THAT_COUNT]
    if route is CivicIntegrationRoute.EDUCATION:
        official = _best([one for one in counting if one.official is True])
        return [_excludes_education(one) for one in official if one.level is LanguageLevel.A2]
    if route is CivicIntegrationRoute.Z:
        documented = _best([one for one in counting if one.documented])
        return [_excludes_z(one) for one in documented if RANK[one.level] >= RANK[LanguageLevel.B1]]
    return []


def _best(measurements: list[Measurement]) -> list[Measurement]:
    """The highest measurement of each skill, the latest of equals."""
    best: dict[str, Measurement] = {}
    for one in sorted(measurements, key=lambda each: (RANK[each.level], each.on)):
        best[one.skill] = one
    return [best[skill] for skill in SKILLS_THAT_COUNT if skill in best]


def _excludes_education(one: Measurement) -> Sentence:
    return Sentence(
        "%(skill)s: the official result is A2 (%(day)s). The education route ends at B1 or higher, so A2 does not fit "
        "this route.",
        skill=name_of(one.skill),
        day=one.on,
    )


def _excludes_z(one: Measurement) -> Sentence:
    return Sentence(
        "%(skill)s: measured at %(level)s (%(day)s). The self-reliance route is for people who cannot reach B1, so "
        "this does not fit.",
        skill=name_of(one.skill),
        level=one.level.value,
        day=one.on,
    )

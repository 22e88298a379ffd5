"""When is somebody over-qualified for what a programme asks?

Requirements that are too low let people in who could do more, and who take the place of others (SER 2021, section
3.4, note 20). The source gives no bounds; these are ours:

- the education is above the highest level that the programme asks, or
- every measured skill is at least two levels of the CEFR above the level that the programme asks for it.

Of requirements joined by "any" only those count that the candidate needs: meeting one of them without being above
it is reason enough to come.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.rules.code_lists import LanguageLevel
from app.rules.entry_requirement import Asked, EducationAsked, LanguageLevelAsked
from app.rules.language_levels import CEFR_STEPS

LEVELS_ABOVE = 2
"""So many levels of the CEFR above the level that is asked is clearly above it."""


def can_be_surpassed(requirement: Asked) -> bool:
    """Whether a candidate can be above this requirement at all."""
    if isinstance(requirement, EducationAsked):
        return requirement.highest is not None
    return isinstance(requirement, LanguageLevelAsked)


def level_surpasses(level: LanguageLevel, asked: LanguageLevel) -> bool:
    """Whether a language level is clearly above the one that is asked."""
    return CEFR_STEPS[level] - CEFR_STEPS[asked] >= LEVELS_ABOVE


def is_over_qualified(leaves: Iterable[tuple[Asked, bool | None]]) -> bool | None:
    """Put together what is known per requirement: surpassed, not surpassed, or None for not known."""
    by_kind: dict[type[Asked], set[bool | None]] = {}
    for asked, surpassed in leaves:
        if can_be_surpassed(asked):
            by_kind.setdefault(type(asked), set()).add(surpassed)
    answers = {
        _of_language(known) if kind is LanguageLevelAsked else _of_education(known) for kind, known in by_kind.items()
    }
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _of_language(known: set[bool | None]) -> bool | None:
    """Every measured skill must be above: one that is not measured says nothing, one that is not above says no."""
    return False if False in known else True if True in known else None


def _of_education(known: set[bool | None]) -> bool | None:
    return True if True in known else None if None in known else False

"""What a programme can ask, and what it cannot."""

import pytest
from pydantic import ValidationError

from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.entry_requirement import LanguageLevelAsked, leaves_of, requirements_from

LEVEL: dict[str, object] = {"kind": "language_level", "level": "A2", "skill": None}


def nested(times: int) -> dict[str, object]:
    """A requirement with so many "any" around it."""
    asked = LEVEL
    for _ in range(times):
        asked = {"kind": "any", "of": [asked]}
    return asked


@pytest.mark.parametrize(
    "stored",
    [
        LEVEL,
        {"kind": "education", "from": 6, "to": None},
        {"kind": "residence_ground", "oneOf": ["status_holder", "family"]},
        {"kind": "benefit", "oneOf": ["participatiewet"]},
        {"kind": "age", "from": 18, "to": 27},
        {"kind": "civic_integration_duty", "underDuty": True},
        {"kind": "civic_integration_route", "oneOf": ["b1"]},
        {"kind": "sector_motivation", "sector": "Q", "atLeast": 4},
        {"kind": "circumstances_not_blocking", "domains": ["housing"]},
        {"kind": "all", "of": [LEVEL, nested(2)]},
        nested(3),
    ],
)
def test_a_requirement_is_read_and_kept_as_it_is(stored: dict[str, object]) -> None:
    (asked,) = requirements_from([stored])
    assert asked.as_stored() == stored


@pytest.mark.parametrize(
    ("stored", "why"),
    [
        ({"kind": "nationality", "oneOf": ["NL"]}, "union_tag_invalid"),
        ({"level": "A2"}, "union_tag_not_found"),
        ({"kind": "language_level", "level": "B7"}, "enum"),
        ({"kind": "language_level", "level": "B1", "atLeast": 3}, "extra_forbidden"),
        ({"kind": "education"}, "value_error"),
        ({"kind": "education", "from": 9}, "less_than_equal"),
        ({"kind": "age", "from": 27, "to": 18}, "value_error"),
        ({"kind": "benefit", "oneOf": []}, "too_short"),
        ({"kind": "sector_motivation", "sector": "care"}, "string_pattern_mismatch"),
        ({"kind": "sector_motivation", "sector": "Q", "atLeast": 6}, "less_than_equal"),
        ({"kind": "any", "of": []}, "too_short"),
        (nested(4), "value_error"),
        (nested(2000), "recursion_depth_exceeded"),
    ],
)
def test_anything_else_is_refused(stored: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError) as refused:
        requirements_from([stored])
    assert why in {error["type"] for error in refused.value.errors()}


def test_the_leaves_are_what_is_asked_in_the_end() -> None:
    speaking = LEVEL | {"skill": "speaking"}
    asked = requirements_from([{"kind": "all", "of": [nested(2), speaking]}, speaking])
    level = LanguageLevel.A2
    by_skill = LanguageLevelAsked(level=level, skill=LanguageSkill.SPEAKING)
    assert leaves_of(asked) == (LanguageLevelAsked(level=level), by_skill, by_skill)

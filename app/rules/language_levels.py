"""Language levels in their order, and the skills that count for a level as a whole."""

from __future__ import annotations

from app.rules.code_lists import LanguageLevel, LanguageSkill

SKILLS_THAT_COUNT = (
    LanguageSkill.LISTENING,
    LanguageSkill.READING,
    LanguageSkill.SPEAKING,
    LanguageSkill.WRITING,
)
"""A level without a skill beside it is asked in each of these, as the civic-integration examination does."""

RANK = {level: place for place, level in enumerate(LanguageLevel, start=1)}
"""Every level with its place from low to high; literacy levels (Alfa) come before A0."""

CEFR_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
CEFR_STEPS = {level: CEFR_LEVELS.index(level.value) + 1 if level in CEFR_LEVELS else 0 for level in LanguageLevel}
"""How many levels of the CEFR somebody has reached: 0 below A1, 6 at C2."""

"""A language level that is asked, beside what has been measured."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.rules.calendar import add_months
from app.rules.candidate import Candidate
from app.rules.code_lists import CheckVerdict, LanguageLevel, LanguageSkill
from app.rules.entry_finding import MET, NOT_MET, UNKNOWN, Finding, all_hold
from app.rules.entry_requirement import LanguageLevelAsked
from app.rules.entry_requirement_words import listed
from app.rules.language_levels import RANK, SKILLS_THAT_COUNT
from app.rules.language_progress import MONTHS_BETWEEN_MEASUREMENTS, Measurement, current
from app.rules.names import name_of
from app.rules.over_qualification import level_surpasses
from app.rules.sentence import Sentence
from app.rules.time_before import time_before


def language_finding(asked: LanguageLevelAsked, candidate: Candidate, on: date) -> Finding:
    """Whether the level is reached in the skill or, when none is named, in each of the four that count."""
    by_then = [one for one in candidate.measurements if one.on <= on]
    if asked.skill is not None:
        return _in_one_skill(asked, asked.skill, current(by_then, asked.skill), on)
    parts = tuple(
        _in_one_skill(LanguageLevelAsked(level=asked.level, skill=skill), skill, current(by_then, skill), on)
        for skill in SKILLS_THAT_COUNT
    )
    known = {part.surpassed for part in parts} - {None}
    verdict = all_hold(part.verdict for part in parts)
    return Finding(
        requirement=asked,
        verdict=verdict,
        sentence=_in_every_skill(asked.level, verdict, parts),
        surpassed=all(known) if known else None,
        parts=parts,
    )


def _in_one_skill(asked: LanguageLevelAsked, skill: LanguageSkill, last: Measurement | None, on: date) -> Finding:
    if last is None:
        return Finding(
            requirement=asked,
            verdict=UNKNOWN,
            sentence=Sentence(
                "%(skill)s: no level has been measured, this programme asks %(asked)s.",
                skill=name_of(skill),
                asked=asked.level.value,
            ),
            helps=Sentence("A language test would settle this: %(skill)s.", skill=name_of(skill)),
        )
    reached = RANK[last.level] >= RANK[asked.level]
    return Finding(
        requirement=asked,
        verdict=MET if reached else NOT_MET,
        sentence=Sentence(
            "%(skill)s is %(level)s, this programme asks %(asked)s; %(how)s.",
            skill=name_of(skill),
            level=last.level.value,
            asked=asked.level.value,
            how=how_measured(last, on),
        ),
        helps=None if reached else _might_be_higher_by_now(last, on),
        surpassed=level_surpasses(last.level, asked.level),
    )


def how_measured(last: Measurement, on: date) -> Sentence:
    """By whom, when and how long ago: an official measurement, an estimate, or one of which that is not known."""
    match last.official:
        case True:
            measured = Sentence("officially measured on %(day)s", day=last.on)
        case False:
            measured = Sentence("estimated on %(day)s", day=last.on)
        case None:
            measured = Sentence("measured on %(day)s", day=last.on)
    age = time_before(last.on, on)
    if last.instrument is None:
        return Sentence("%(measured)s, %(age)s", measured=measured, age=age)
    return Sentence("%(measured)s (%(instrument)s), %(age)s", measured=measured, instrument=last.instrument, age=age)


def _might_be_higher_by_now(last: Measurement, on: date) -> Sentence | None:
    if add_months(last.on, MONTHS_BETWEEN_MEASUREMENTS) > on:
        return None
    return Sentence(
        "This was measured %(months)s months ago or longer. A new measurement may say otherwise.",
        months=MONTHS_BETWEEN_MEASUREMENTS,
    )


def _in_every_skill(level: LanguageLevel, verdict: CheckVerdict, parts: Sequence[Finding]) -> Sentence:
    decisive = [part for part in parts if part.verdict is verdict]
    if verdict is MET:
        return Sentence("Every language skill is at least %(level)s, as this programme asks.", level=level.value)
    if len(decisive) == 1:
        return decisive[0].sentence
    skills = listed(
        name_of(skill) for skill, part in zip(SKILLS_THAT_COUNT, parts, strict=True) if part.verdict is verdict
    )
    if verdict is NOT_MET:
        return Sentence("Below %(level)s, which this programme asks: %(skills)s.", level=level.value, skills=skills)
    return Sentence("Not measured yet, this programme asks %(level)s: %(skills)s.", level=level.value, skills=skills)

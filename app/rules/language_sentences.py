"""What is to be said about somebody's language: in sentences, with the days that they rest on."""

from __future__ import annotations

from datetime import date

from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.language_progress import Change
from app.rules.names import name_of
from app.rules.sentence import Sentence


def change_said(change: Change) -> Sentence:
    """How a skill moved between two documented measurements."""
    values = {
        "skill": name_of(change.later.skill),
        "before": change.earlier.level.value,
        "after": change.later.level.value,
        "first": change.earlier.on,
        "last": change.later.on,
    }
    if change.steps > 0:
        return Sentence("%(skill)s rose from %(before)s (%(first)s) to %(after)s (%(last)s).", **values)
    if change.steps < 0:
        return Sentence("%(skill)s went down from %(before)s (%(first)s) to %(after)s (%(last)s).", **values)
    if change.earlier.level is change.later.level:
        return Sentence(
            "%(skill)s stayed at %(after)s between %(first)s and %(last)s.",
            **{name: values[name] for name in ("skill", "after", "first", "last")},
        )
    return Sentence(
        "%(skill)s went from %(before)s (%(first)s) to %(after)s (%(last)s): not a whole level yet.", **values
    )


def fall_back_said(
    skill: LanguageSkill, *, before: LanguageLevel, first: date, after: LanguageLevel, last: date
) -> Sentence:
    """That a skill fell back after the first paid placement began."""
    return Sentence(
        "%(skill)s fell back since work began: %(before)s on %(first)s, %(after)s on %(last)s.",
        skill=name_of(skill),
        before=before.value,
        first=first,
        after=after.value,
        last=last,
    )


def below_said(
    skill: LanguageSkill, level: LanguageLevel, *, required: LanguageLevel, employer: str, starts_on: date, today: date
) -> Sentence:
    """That a skill is below what a job asks that runs, or is planned."""
    values = {
        "skill": name_of(skill),
        "level": level.value,
        "required": required.value,
        "employer": employer,
        "day": starts_on,
    }
    if starts_on > today:
        return Sentence(
            "%(skill)s is %(level)s. The job at %(employer)s that is planned for %(day)s asks %(required)s.", **values
        )
    return Sentence("%(skill)s is %(level)s. The job at %(employer)s, since %(day)s, asks %(required)s.", **values)


def overdue_said(last: date | None, entered_on: date) -> Sentence:
    """That it is time to measure again."""
    if last is None:
        return Sentence("No language level was measured since %(day)s. Measure every four months.", day=entered_on)
    return Sentence("Language was last measured on %(day)s. Measure every four months.", day=last)

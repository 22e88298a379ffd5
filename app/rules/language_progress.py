"""How somebody's language moves: where it stands, what was gained, and whether it fell back after a placement.

A measurement is **documented** when it is official, or when it names the instrument with which it was taken. Gain and
fall-back are told from documented measurements; where somebody stands now is the last measurement of any kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.rules.calendar import add_months
from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.language_levels import CEFR_STEPS, RANK, SKILLS_THAT_COUNT

DAYS_BETWEEN_FOR_A_GAIN = 90
"""Days that lie at least between two measurements from which a gain can be told."""

MONTHS_BETWEEN_MEASUREMENTS = 4
"""Calendar months after which somebody who is guided is to be measured again."""


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """The level of one skill on one day; `official` is whether an examination body says so, None when not known."""

    skill: LanguageSkill
    level: LanguageLevel
    on: date
    official: bool | None = None
    instrument: str | None = None
    recorded_at: datetime

    @property
    def documented(self) -> bool:
        """Whether something shows it: an examination body, or an instrument that is named."""
        return self.official is True or self.instrument is not None

    @property
    def weight(self) -> tuple[bool, datetime, int]:
        """Of two on one day the heavier counts: the official one, then the one recorded last, then the lower level."""
        return self.official is True, self.recorded_at, -RANK[self.level]


@dataclass(frozen=True)
class Change:
    """Two measurements of one skill, the later beside the earlier."""

    earlier: Measurement
    later: Measurement

    @property
    def steps(self) -> int:
        """CEFR levels reached between the two; negative when levels were lost."""
        return CEFR_STEPS[self.later.level] - CEFR_STEPS[self.earlier.level]


def current(measurements: Iterable[Measurement], skill: LanguageSkill) -> Measurement | None:
    """The last measurement of a skill; None when it was never measured."""
    return max(_of(skill, measurements), key=lambda one: (one.on, one.weight), default=None)


def change_over_time(measurements: Iterable[Measurement], skill: LanguageSkill) -> Change | None:
    """The first and the last documented measurement of a skill; None unless at least 90 days lie between them."""
    documented = [one for one in _of(skill, measurements) if one.documented]
    if not documented:
        return None
    first_day, last_day = min(one.on for one in documented), max(one.on for one in documented)
    if (last_day - first_day).days < DAYS_BETWEEN_FOR_A_GAIN:
        return None
    return Change(_heaviest(documented, first_day), _heaviest(documented, last_day))


def gained(measurements: Iterable[Measurement], skill: LanguageSkill) -> bool | None:
    """Whether at least one CEFR level was gained; None when there are no two measurements to tell it from."""
    change = change_over_time(measurements, skill)
    return None if change is None else change.steps >= 1


def last_beside_best_before(measurements: Iterable[Measurement], skill: LanguageSkill) -> Change | None:
    """The last measurement of a skill beside the highest documented one of an earlier day; None without both."""
    known = _of(skill, measurements)
    last = current(known, skill)
    before = [one for one in known if one.documented and last and one.on < last.on]
    if last is None or not before:
        return None
    return Change(max(before, key=lambda one: (RANK[one.level], one.on, one.weight)), last)


def fall_back(measurements: Iterable[Measurement], skill: LanguageSkill, placed_on: date | None) -> Change | None:
    """The fall-back of a skill: measured last after the first paid placement began, and lower than before."""
    change = last_beside_best_before(measurements, skill)
    if change is None or placed_on is None or change.later.on <= placed_on:
        return None
    return change if RANK[change.later.level] < RANK[change.earlier.level] else None


def fell_back(measurements: Iterable[Measurement], skill: LanguageSkill, placed_on: date) -> bool | None:
    """Whether documented measurements show a fall-back; None when there is none since, or none before that one."""
    documented = [one for one in measurements if one.documented]
    change = last_beside_best_before(documented, skill)
    if change is None or change.later.on <= placed_on:
        return None
    return fall_back(documented, skill, placed_on) is not None


def skills_below(measurements: Collection[Measurement], required: LanguageLevel) -> list[Measurement]:
    """The measurements of the skills that count in which somebody stands below a level; an unknown skill is not."""
    known = [standing for skill in SKILLS_THAT_COUNT if (standing := current(measurements, skill))]
    return [standing for standing in known if RANK[standing.level] < RANK[required]]


def is_to_be_measured(last: date | None, entered_on: date, today: date) -> bool:
    """Whether the last measurement, or else the entry, lies more than four months back."""
    return (last or entered_on) < add_months(today, -MONTHS_BETWEEN_MEASUREMENTS)


def age_in_months(day: date, today: date) -> int:
    """Whole calendar months since a day."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months if add_months(day, months) <= today else months - 1


def _of(skill: LanguageSkill, measurements: Iterable[Measurement]) -> list[Measurement]:
    return [one for one in measurements if one.skill is skill]


def _heaviest(measurements: Iterable[Measurement], on: date) -> Measurement:
    return max((one for one in measurements if one.on == on), key=lambda one: one.weight)

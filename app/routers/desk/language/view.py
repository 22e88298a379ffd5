"""What the pages show of somebody's language, worked out from the story and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.queries.language_of_trajectory import measurements_in
from app.queries.proof import Story
from app.rules.civic_integration import route_warnings
from app.rules.code_lists import PAID_WORK, CivicIntegrationRoute, LanguageLevel, LanguageSkill, TrajectoryState
from app.rules.language_levels import RANK, SKILLS_THAT_COUNT
from app.rules.language_progress import (
    Change,
    Measurement,
    age_in_months,
    change_over_time,
    current,
    fall_back,
    is_to_be_measured,
    skills_below,
)
from app.rules.language_sentences import below_said, change_said, fall_back_said, overdue_said
from app.rules.sentence import Sentence

GUIDED = frozenset({TrajectoryState.ACTIVE, TrajectoryState.AFTERCARE})
"""The states in which language is to be measured every four months."""


@dataclass(frozen=True)
class SkillLine:
    """Where one skill stands, how old that is in months, and how it moved where that can be told."""

    skill: LanguageSkill
    standing: Measurement
    age: int
    change: Sentence | None


@dataclass(frozen=True)
class MeasuredDay:
    """What was measured on one day, by skill."""

    on: str
    by_skill: Mapping[LanguageSkill, Sequence[Story]]


@dataclass(frozen=True)
class LanguageView:
    """The language of somebody: skill by skill, as a whole, what asks for attention, and the support now.

    `whole` is the lowest level of the skills that count, None while one of them was never measured.
    """

    measurements: Sequence[Measurement]
    skills: Sequence[SkillLine]
    whole: LanguageLevel | None
    attention: Sequence[Sentence]
    support_now: Sequence[Story]
    days: Sequence[MeasuredDay]
    corrected: Sequence[Story]


def language_of(story: Story, today: date) -> LanguageView:
    """Work out the language of a trajectory on a day."""
    told = story["languageMeasurements"]
    measurements = measurements_in(told)
    return LanguageView(
        measurements=measurements,
        skills=[line for skill in LanguageSkill if (line := _line(skill, measurements, today))],
        whole=_whole(measurements),
        attention=[*_attention(story, measurements, today)],
        support_now=[one for one in story["languageSupports"] if _runs(one, today)],
        days=_days([one for one in told if one["supersededAt"] is None]),
        corrected=[one for one in reversed(told) if one["supersededAt"] is not None],
    )


def _line(skill: LanguageSkill, measurements: Sequence[Measurement], today: date) -> SkillLine | None:
    standing = current(measurements, skill)
    if standing is None:
        return None
    change = change_over_time(measurements, skill)
    return SkillLine(skill, standing, age_in_months(standing.on, today), change_said(change) if change else None)


def _whole(measurements: Sequence[Measurement]) -> LanguageLevel | None:
    known = [standing.level for skill in SKILLS_THAT_COUNT if (standing := current(measurements, skill))]
    return min(known, key=RANK.__getitem__) if len(known) == len(SKILLS_THAT_COUNT) else None


def _attention(story: Story, measurements: Sequence[Measurement], today: date) -> Sequence[Sentence]:
    here = [one for one in story["placements"] if one["trajectoryId"] == story["id"]]
    paid = [date.fromisoformat(one["startsOn"]) for one in here if one["kind"] in PAID_WORK]
    placed_on = min(paid, default=None)
    fallen = [change for skill in LanguageSkill if (change := fall_back(measurements, skill, placed_on))]
    route = story["civicIntegrationRoute"]
    return [
        *(_fallen(change) for change in fallen),
        *(sentence for one in here for sentence in _below(one, measurements, today)),
        *_overdue(story, measurements, today),
        *route_warnings(CivicIntegrationRoute(route) if route else None, measurements),
    ]


def _fallen(change: Change) -> Sentence:
    before, after = change.earlier, change.later
    return fall_back_said(after.skill, before=before.level, first=before.on, after=after.level, last=after.on)


def _below(placement: Story, measurements: Sequence[Measurement], today: date) -> list[Sentence]:
    if placement["endsOn"] or not placement["requiredLanguageLevel"]:
        return []
    required = LanguageLevel(placement["requiredLanguageLevel"])
    employer, starts_on = placement["organisation"]["name"], date.fromisoformat(placement["startsOn"])
    return [
        below_said(one.skill, one.level, required=required, employer=employer, starts_on=starts_on, today=today)
        for one in skills_below(measurements, required)
    ]


def _overdue(story: Story, measurements: Sequence[Measurement], today: date) -> list[Sentence]:
    if TrajectoryState(story["state"]) not in GUIDED:
        return []
    entered_on = date.fromisoformat(story["startedOn"] or story["registeredOn"])
    last = max((one.on for one in measurements), default=None)
    return [overdue_said(last, entered_on)] if is_to_be_measured(last, entered_on, today) else []


def _days(told: Sequence[Story]) -> list[MeasuredDay]:
    """The days on which something was measured, the latest first."""
    days = sorted({one["measuredOn"] for one in told}, reverse=True)
    return [
        MeasuredDay(
            day,
            {
                skill: [one for one in told if one["measuredOn"] == day and one["skill"] == skill]
                for skill in LanguageSkill
            },
        )
        for day in days
    ]


def _runs(support: Story, today: date) -> bool:
    has_begun = date.fromisoformat(support["startsOn"]) <= today
    return has_begun and (support["endsOn"] is None or date.fromisoformat(support["endsOn"]) >= today)

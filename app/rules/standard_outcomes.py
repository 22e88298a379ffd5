"""The answers that standards of others ask for: about a whole stay in a programme, and about whole periods."""

from __future__ import annotations

from datetime import date, timedelta

from app.rules.calendar import add_months
from app.rules.evidence import Evidence
from app.rules.job_quality import has_better_job, main_job
from app.rules.leaving import (
    DAYS_AFTER_LEAVING,
    STUDIES,
    employed_on_leaving,
    seeking_work_on_leaving,
    studying_on_leaving,
)
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Population, Question
from app.rules.outcome_facts import Life, Trajectory
from app.rules.participation import Participation, participation
from app.rules.working_life import in_work_on, worked_between

ABOUT_LEAVING = frozenset(
    {
        Question.SEEKING_WORK_ON_LEAVING,
        Question.STUDYING_ON_LEAVING,
        Question.QUALIFIED_ON_LEAVING,
        Question.EMPLOYED_ON_LEAVING,
    }
)
ABOUT_STANDARDS = ABOUT_LEAVING | {
    Question.WORK_IMPROVED,
    Question.WORKED_SINCE_INDEX,
    Question.WORKED_IN_LAST_QUARTER,
}
OF_A_STAY = frozenset(
    {
        Index.FIRST_ENTRY,
        Index.BEFORE_FIRST_ENTRY,
        Index.LAST_EXIT,
        Index.FOUR_WEEKS_AFTER_LAST_EXIT,
        Index.QUARTER_OF_LAST_EXIT,
    }
)
"""Days that are those of a person in a programme, and not of one trajectory."""
ABOUT_WORK_BEFORE = frozenset({Population.STARTED_WITHOUT_WORK, Population.STARTED_IN_WORK})
"""Populations that go by whether somebody had work before the first start."""


def stay_index(index: Index, stay: Participation) -> date | None:
    """The day from which a metric about a whole stay counts; None for any other metric, and without such a day."""
    match index:
        case Index.FIRST_ENTRY:
            return stay.entry
        case Index.BEFORE_FIRST_ENTRY:
            return stay.entry - timedelta(days=1) if stay.entry else None
        case Index.LAST_EXIT:
            return stay.exit
        case Index.FOUR_WEEKS_AFTER_LAST_EXIT:
            return stay.exit + timedelta(days=DAYS_AFTER_LEAVING) if stay.exit else None
        case Index.QUARTER_OF_LAST_EXIT:
            return quarter_of(stay.exit) if stay.exit else None
    return None


def quarter_of(day: date) -> date:
    """The first day of the calendar quarter of a day."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def is_mature(index: date | None, horizon_months: int, as_of: date) -> bool:
    """Whether the horizon has passed for everybody who can have an index in the same calendar quarter."""
    if index is None:
        return False
    last_of_quarter = add_months(quarter_of(index), 3) - timedelta(days=1)
    return add_months(last_of_quarter, horizon_months) <= as_of


def had_work_before(stay: Participation, evidence: Evidence) -> bool:
    """Whether somebody was shown to be in paid work on the day before the first start."""
    before = stay_index(Index.BEFORE_FIRST_ENTRY, stay)
    return bool(before and in_work_on(before, evidence))


def standard_answer(
    metric: Metric, trajectory: Trajectory, life: Life, target: date, evidence: Evidence
) -> bool | None:
    """The answer to a question of a standard about the stay that a trajectory is part of."""
    stay = participation(trajectory, life.trajectories)
    if stay.entry is None:
        return None
    match metric.question, stay.exit:
        case Question.WORKED_SINCE_INDEX, _:
            return worked_between(stay.entry, target, evidence)
        case Question.WORKED_IN_LAST_QUARTER, _:
            return worked_between(add_months(target, -3), target - timedelta(days=1), evidence)
        case Question.WORK_IMPROVED, _:
            job_before = main_job(stay.entry - timedelta(days=1), life, evidence)
            return has_better_job(job_before, target, life, evidence)
        case Question.EMPLOYED_ON_LEAVING, date() as left_on:
            return employed_on_leaving(left_on, evidence, stay.left_to)
        case Question.SEEKING_WORK_ON_LEAVING, date() as left_on:
            return seeking_work_on_leaving(left_on, evidence, stay.left_to)
        case Question.STUDYING_ON_LEAVING, date() as left_on:
            studies = [one for one in life.placements if one.kind in STUDIES]
            return studying_on_leaving(stay.entry, left_on, studies, stay.left_to)
        case Question.QUALIFIED_ON_LEAVING, _:
            return _qualified(trajectory, life, stay.entry, target)
    return None


def _qualified(trajectory: Trajectory, life: Life, entered_on: date, until: date) -> bool | None:
    """An official result since the first entry is a yes. Other qualifications are not recorded, so nothing is a no."""
    own = {one.id for one in life.trajectories if one.programme == trajectory.programme}
    shown = any(one.official and one.trajectory in own and entered_on <= one.on <= until for one in life.measurements)
    return shown or None

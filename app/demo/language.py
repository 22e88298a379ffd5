"""Language after the end of a trajectory, what jobs ask, and the support that was given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.case import Case
from app.rules.code_lists import (
    PAID_WORK,
    LanguageLevel,
    LanguageSkill,
    LanguageSupportKind,
    TrajectoryState,
)
from app.rules.trajectory_states import Step

ASKED = {LanguageLevel.A2: 52.0, LanguageLevel.B1: 40.0, LanguageLevel.B2: 8.0}
EDUCATION_ASKED = {"9": (1, 2), "8": (2, 3), "5": (2, 3), "7": (3, 3), "2": (6, 6)}
"""The first digit of an occupation (ISCO-08) → the levels of education (ISCED 2011) that such a job asks."""
MOVES_AFTER = {0: 58.0, -1: 24.0, 1: 18.0}
"""How many levels a skill moves when nobody teaches it any more → weight."""
BUDDIES = ("Buurvrouw", "Vrijwilliger van de bibliotheek", "Oud-collega", "Taalmaatje van het buurthuis")
LEVELS = tuple(LanguageLevel)
LAST_SEEN = timedelta(days=400)
FOLLOWED = frozenset({TrajectoryState.COMPLETED, TrajectoryState.AFTERCARE, TrajectoryState.CLOSED})


def add_language_afterwards(book: Book, cases: Sequence[Case]) -> None:
    """Go through the cases a second time, when their measurements and placements are known."""
    measured, placed = _by_trajectory(book, "language_measurement"), _by_trajectory(book, "placement")
    for case in cases:
        jobs = [row for row in placed[case.trajectory_id] if row["kind"] in PAID_WORK]
        for job in jobs:
            _ask(book, job)
        _measure_afterwards(book, case, measured[case.trajectory_id])
        _support(book, case, jobs)


def _by_trajectory(book: Book, table: str) -> Mapping[UUID, list[Row]]:
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in book.first[table].values():
        trajectory_id = row["trajectory_id"]
        assert isinstance(trajectory_id, UUID)  # noqa: S101  every fact has one
        found[trajectory_id].append(row)
    return found


def _ask(book: Book, job: Row) -> None:
    """What the employer asks, where somebody wrote it down."""
    group = str(job["occupation"] or " ")[0]
    asked: Row = {
        "required_language_level": book.chance.weighed(ASKED) if book.chance.happens(0.55) else None,
        "required_education": book.chance.one_of(EDUCATION_ASKED[group])
        if group in EDUCATION_ASKED and book.chance.happens(0.45)
        else None,
    }
    job.update(asked)
    changed = book.later["placement"].get(job["id"])
    if changed is not None:
        changed.update(asked)


def _measure_afterwards(book: Book, case: Case, before: Sequence[Row]) -> None:
    """Once or twice in the time after the end: some people keep their level, some lose one."""
    completed_on = case.way.day_of(Step.COMPLETE)
    if case.way.state not in FOLLOWED or completed_on is None or not before or not book.chance.happens(0.72):
        return
    levels = {row["skill"]: LEVELS.index(LanguageLevel(str(row["level"]))) for row in before}
    day = book.chance.after(completed_on, 95, 150)
    while day <= min(book.today, completed_on + LAST_SEEN):
        for skill in levels:
            levels[skill] = max(0, min(len(LEVELS) - 2, levels[skill] + book.chance.weighed(MOVES_AFTER)))
            _measure(book, case, day, LanguageSkill(str(skill)), LEVELS[levels[skill]])
        day = book.chance.after(day, 110, 170)


def _measure(book: Book, case: Case, on: date, skill: LanguageSkill, level: LanguageLevel) -> None:
    book.add(
        "language_measurement",
        on,
        case.coach.account_id,
        **case.keys,
        measured_on=on,
        skill=skill,
        level=level,
        instrument=book.chance.one_of(("Taalmeter", "Docententoets")) if book.chance.happens(0.75) else None,
        official=False,
    )


def _support(book: Book, case: Case, jobs: Sequence[Row]) -> None:
    started_on, chance = case.way.day_of(Step.START), book.chance
    if started_on is None:
        return
    if chance.happens(0.7):
        ends_on = chance.after(started_on, 120, 280)
        _add(book, case, LanguageSupportKind.CLASS, started_on, ends_on, organisation_id=_school(case))
    if chance.happens(0.3):
        starts_on = chance.after(started_on, 60, 120)
        ends_on = chance.after(starts_on, 60, 110)
        _add(book, case, LanguageSupportKind.JOB_LANGUAGE, starts_on, ends_on, organisation_id=_school(case))
    if chance.happens(0.35):
        starts_on = chance.after(started_on, 20, 140)
        until = chance.after(starts_on, 120, 420) if chance.happens(0.6) else None
        _add(book, case, LanguageSupportKind.BUDDY, starts_on, until, provider=chance.one_of(BUDDIES))
    for job in jobs[:1]:
        began = job["starts_on"]
        if isinstance(began, date) and chance.happens(0.3):
            starts_on = chance.after(began, 5, 30)
            ends_on = chance.after(starts_on, 70, 170)
            given_by = {"organisation_id": job["organisation_id"]}
            _add(book, case, LanguageSupportKind.SHOP_FLOOR, starts_on, ends_on, **given_by)


def _school(case: Case) -> UUID:
    return case.setting.school.organisation_id


def _add(
    book: Book, case: Case, kind: LanguageSupportKind, starts_on: date, ends_on: date | None, **given_by: object
) -> None:
    """Support that has begun; what ends on a day to come has no end yet."""
    if starts_on > book.today:
        return
    book.add(
        "language_support",
        starts_on,
        case.coach.account_id,
        **case.keys,
        kind=kind,
        hours_per_week={LanguageSupportKind.CLASS: 8.0, LanguageSupportKind.JOB_LANGUAGE: 4.0}.get(
            kind, book.chance.one_of((1.0, 1.5, 2.0))
        ),
        starts_on=starts_on,
        ends_on=ends_on if ends_on and ends_on <= book.today else None,
        **given_by,
    )

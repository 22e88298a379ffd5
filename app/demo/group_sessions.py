"""Group sessions: every month or so a part of a cohort meets."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.case import Case
from app.demo.setting import Setting
from app.rules.code_lists import (
    Attendance,
    ContactChannel,
    ContactKind,
    ContactTopic,
    GroupSessionKind,
)
from app.rules.trajectory_states import Step

MEETINGS = (
    ("Een sollicitatiebrief schrijven", GroupSessionKind.TRAINING, [ContactTopic.WORK, ContactTopic.LANGUAGE]),
    ("Rondleiding bij een werkgever", GroupSessionKind.COMPANY_VISIT, [ContactTopic.WORK]),
    ("Omgaan met geld", GroupSessionKind.INFORMATION, [ContactTopic.DEBTS, ContactTopic.BENEFIT]),
    ("Praten met collega's", GroupSessionKind.LANGUAGE, [ContactTopic.LANGUAGE, ContactTopic.WORKPLACE]),
    ("Hoe gaat het op de werkvloer?", GroupSessionKind.PEER_SUPPORT, [ContactTopic.WORKPLACE]),
    ("DigiD en de computer", GroupSessionKind.TRAINING, [ContactTopic.DIGITAL]),
)
ATTENDANCE: dict[Attendance | None, float] = {
    Attendance.CAME: 74.0,
    Attendance.LATE: 8.0,
    Attendance.DID_NOT_COME: 9.0,
    Attendance.CANCELLED: 6.0,
    None: 3.0,
}


def add_group_sessions(book: Book, setting: Setting, cases: Iterable[Case]) -> None:
    """Every month or so a part of a cohort meets."""
    by_cohort: defaultdict[object, list[Case]] = defaultdict(list)
    for case in cases:
        by_cohort[book.first["trajectory"][case.trajectory_id]["cohort_id"]].append(case)
    for cohort in setting.cohorts:
        held_on = book.chance.after(cohort.starts_on, 10, 20)
        while held_on < min(book.today, cohort.starts_on + timedelta(days=270)):
            there = [case for case in by_cohort[cohort.cohort_id] if _is_guided_on(case, held_on)]
            if there:
                _meet(book, setting, cohort.cohort_id, held_on, there[: book.chance.number(10, 16)])
            held_on = book.chance.after(held_on, 24, 38)


def _is_guided_on(case: Case, day: date) -> bool:
    started_on = case.way.day_of(Step.START)
    ended_on = case.way.day_of(Step.COMPLETE, Step.DROP_OUT, Step.PAUSE)
    return started_on is not None and started_on <= day and (ended_on is None or day < ended_on)


def _meet(book: Book, setting: Setting, cohort_id: UUID, held_on: date, people: Iterable[Case]) -> None:
    subject, kind, topics = book.chance.one_of(MEETINGS)
    minutes = book.chance.one_of((60, 90, 120))
    by = setting.coordinator.account_id
    meeting_id = book.add(
        "group_session",
        held_on,
        by,
        programme_id=setting.programme_id,
        cohort_id=cohort_id,
        held_on=held_on,
        subject=subject,
        kind=kind,
        minutes=minutes,
        topics=topics,
    )
    for case in people:
        attendance = book.chance.weighed(ATTENDANCE)
        was_there = attendance in (Attendance.CAME, Attendance.LATE)
        book.add(
            "coaching_contact",
            held_on,
            by,
            **case.keys,
            contacted_on=held_on,
            kind=ContactKind.GROUP,
            channel=ContactChannel.IN_PERSON,
            minutes=minutes if was_there else None,
            attendance=attendance,
            topics=topics,
            with_whom=[],
            group_session_id=meeting_id,
        )

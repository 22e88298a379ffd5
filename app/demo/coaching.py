"""Coaching as it went: phases, coaches who hand people over, group sessions, and people who stay away."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.case import Case
from app.demo.group_sessions import add_group_sessions
from app.demo.setting import Setting
from app.rules.code_lists import (
    AssignmentRole,
    Attendance,
    ContactChannel,
    ContactKind,
    ContactTopic,
    TrajectoryState,
)
from app.rules.programme_phases import PlannedPhase, suggested_phase
from app.rules.trajectory_states import Step

STILL_GUIDED = frozenset({TrajectoryState.ACTIVE, TrajectoryState.PAUSED, TrajectoryState.AFTERCARE})
PLAN = (PlannedPhase("Oriëntatie", 8), PlannedPhase("Leren en werken", None))
LAST_PHASE = "Blijven"
WHY_HANDED_OVER = (
    "De vorige coach werkt hier niet meer.",
    "Woont dichter bij deze coach.",
    "Zwangerschapsverlof van de vorige coach.",
)
NEEDS = {
    ContactTopic.WORK: 22.0,
    ContactTopic.LANGUAGE: 18.0,
    ContactTopic.WORKPLACE: 14.0,
    ContactTopic.CHILDCARE: 9.0,
    ContactTopic.HOUSING: 8.0,
    ContactTopic.DEBTS: 7.0,
    ContactTopic.TRANSPORT: 6.0,
    ContactTopic.EDUCATION: 6.0,
    ContactTopic.BENEFIT: 4.0,
    ContactTopic.CIVIC_INTEGRATION: 4.0,
    ContactTopic.NETWORK: 2.0,
}


def add_coaching(book: Book, setting: Setting, cases: Sequence[Case]) -> None:
    """Everything that comes on top of the talks of coach and participant."""
    _give_topics(book, cases)
    for case in cases:
        started_on = case.way.day_of(Step.START)
        if started_on is not None:
            _assign(book, setting, case, started_on)
            _enter_phases(book, case, started_on)
    add_group_sessions(book, setting, cases)
    spoken_on = _spoken_on(book)
    for case in cases:
        if case.way.state is TrajectoryState.ACTIVE and book.chance.happens(0.3):
            _stay_away(book, case, spoken_on.get(case.trajectory_id, book.today))


def _give_topics(book: Book, cases: Iterable[Case]) -> None:
    """Everybody has a few things that their talks come back to, some far more often than others."""
    needs = {case.trajectory_id: [book.chance.weighed(NEEDS) for _ in range(3)] for case in cases}
    for row in book.first["coaching_contact"].values():
        own = needs[row["trajectory_id"]]  # type: ignore[index]
        row["topics"] = sorted(set(own[: book.chance.number(1, 3)])) if book.chance.happens(0.9) else []


def _assign(book: Book, setting: Setting, case: Case, started_on: date) -> None:
    """Who guided, and for some who did before; the trajectory names the last."""
    day = book.chance.after(started_on, 40, 160)
    first, reason, from_on = case.coach, None, started_on
    until = book.today if case.way.state in STILL_GUIDED else case.way.last_day
    if day < until and book.chance.happens(0.2):
        first = book.chance.one_of([one for one in setting.coaches if one is not case.coach])
    if first is not case.coach:
        _assignment(book, case, first.account_id, first.name, started_on, day, None)
        reason, from_on = book.chance.one_of(WHY_HANDED_OVER), day
    _assignment(book, case, case.coach.account_id, case.coach.name, from_on, None, reason)


def _assignment(
    book: Book, case: Case, account_id: UUID, name: str, from_on: date, until_on: date | None, reason: str | None
) -> None:
    book.add(
        "assignment",
        from_on,
        case.setting.coordinator.account_id,
        **case.keys,
        role=AssignmentRole.COACH,
        account_id=account_id,
        display_name=name,
        from_on=from_on,
        until_on=until_on,
        reason=reason,
    )


def _enter_phases(book: Book, case: Case, started_on: date) -> None:
    """The phases up to now; of one in eight nobody has said yet that a phase is over."""
    until = case.way.day_of(Step.COMPLETE, Step.DROP_OUT) or book.today
    aftercare_on = case.way.day_of(Step.BEGIN_AFTERCARE)
    begun = [(PLAN[0].name, started_on)]
    now = suggested_phase(PLAN, started_on, until)
    if now is PLAN[1] and book.chance.happens(0.88):
        begun.append((now.name, started_on + timedelta(weeks=8)))
    if aftercare_on:
        begun.append((LAST_PHASE, aftercare_on))
    state = TrajectoryState.ACTIVE
    for name, day in begun:
        state = TrajectoryState.AFTERCARE if name == LAST_PHASE else state
        book.add(
            "trajectory_event",
            day,
            case.coach.account_id,
            **case.keys,
            step="enter_phase",
            from_state=state,
            to_state=state,
            on_date=day,
            phase=name,
        )
    name, day = begun[-1]
    book.change(
        "trajectory",
        case.trajectory_id,
        case.way.last_day,
        case.setting.coordinator.account_id,
        phase=name,
        phase_since=day,
    )


def _spoken_on(book: Book) -> dict[object, date]:
    """The last day on which each person was spoken to."""
    days: dict[object, date] = {}
    for row in book.now("coaching_contact"):
        day = row["contacted_on"]
        if isinstance(day, date) and row["attendance"] is not Attendance.DID_NOT_COME:
            days[row["trajectory_id"]] = max(day, days.get(row["trajectory_id"], day))
    return days


def _stay_away(book: Book, case: Case, spoken_on: date) -> None:
    """Week after week nobody came to what was agreed: three times, or up to yesterday."""
    day = spoken_on + timedelta(days=7)
    for _ in range(3):
        if day >= book.today:
            return
        book.add(
            "coaching_contact",
            day,
            case.coach.account_id,
            **case.keys,
            contacted_on=day,
            kind=ContactKind.PROGRESS,
            channel=ContactChannel.IN_PERSON,
            attendance=Attendance.DID_NOT_COME,
            topics=[],
            with_whom=[],
        )
        day = book.chance.after(day, 5, 9)

"""One trajectory as the programme keeps it: the row, its steps and the decision."""

from dataclasses import dataclass
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.life import Spell
from app.demo.person import Person
from app.demo.setting import Colleague, MadeUpCohort, Setting
from app.demo.way import Taken, Way
from app.demo.work import MUNICIPALITIES
from app.rules.code_lists import (
    Decision,
    Destination,
    EndOutcome,
    SpellKind,
    TrajectoryEndReason,
    TrajectoryState,
)
from app.rules.trajectory_states import Step

DECISIONS = {
    Step.ADMIT: Decision.ADMITTED,
    Step.PUT_ON_WAITING_LIST: Decision.WAITING,
    Step.REFER: Decision.REFERRED,
    Step.DECLINE: Decision.DECLINED,
    Step.WITHDRAW: Decision.WITHDRAWN,
}
DESTINATIONS_WITHOUT_WORK = {
    Destination.UNKNOWN: 30.0,
    Destination.NONE: 14.0,
    Destination.JOB_SEEKING: 14.0,
    Destination.EDUCATION: 16.0,
    Destination.VOLUNTEERING: 14.0,
    Destination.CARE: 8.0,
    Destination.MOVED: 4.0,
}
TOLD_BY_END_REASON = {
    TrajectoryEndReason.STARTED_EDUCATION: Destination.EDUCATION,
    TrajectoryEndReason.HEALTH_OR_CARE: Destination.CARE,
    TrajectoryEndReason.MOVED: Destination.MOVED,
    TrajectoryEndReason.LOST_CONTACT: Destination.UNKNOWN,
}
SHARE_UNCHECKED = 0.3
"""The share of those declined whom somebody sent away before anything had been checked."""
UNCHECKED: list[object] = []
TO_BE_CHECKED = None
"""What stands beside a decision until everything is known that the check looks at (app/demo/entry_checks.py)."""
LADDER_OF_WORK = {SpellKind.SUBSIDISED_JOB: 5, SpellKind.APPRENTICESHIP: 5}


@dataclass(frozen=True, slots=True)
class Case:
    """A trajectory with all that its facts need."""

    trajectory_id: UUID
    setting: Setting
    person: Person
    coach: Colleague
    way: Way

    @property
    def keys(self) -> dict[str, object]:
        """The keys that every fact of a trajectory carries."""
        return {
            "programme_id": self.setting.programme_id,
            "trajectory_id": self.trajectory_id,
            "participant_id": self.person.participant_id,
        }


def add_case(book: Book, setting: Setting, cohort: MadeUpCohort, person: Person, number: int, way: Way) -> Case:
    """The trajectory as it was registered, and its steps."""
    chance = book.chance
    coach = chance.one_of(setting.coaches)
    trajectory_id = book.add(
        "trajectory",
        way.registered_on,
        setting.coordinator.account_id,
        programme_id=setting.programme_id,
        participant_id=person.participant_id,
        cohort_id=cohort.cohort_id,
        number=f"T{number:04}",
        state="registered",
        municipality_code=person.municipality_code,
        municipality_name=MUNICIPALITIES[person.municipality_code][0],
        registered_on=way.registered_on,
        ladder_start=chance.weighed({1: 8.0, 2: 38.0, 3: 36.0, 4: 18.0}),
        coordinator_id=setting.coordinator.account_id,
        coordinator_name=setting.coordinator.name,
    )
    case = Case(trajectory_id, setting, person, coach, way)
    for taken in way.steps:
        _add_step(book, case, taken)
    return case


def bring_up_to_date(book: Book, case: Case, jobs: list[Spell]) -> None:
    """What the steps made of the trajectory; where somebody went depends on the job at the end."""
    way = case.way
    if not way.steps:
        return
    decided = next((taken for taken in reversed(way.steps) if taken.step in DECISIONS), None)
    values: Row = {
        "state": way.state,
        "screened_on": way.day_of(Step.SCREEN),
        "decision": _decision(way, decided) if decided else None,
        "decided_on": decided.on if decided else None,
        "decision_reason": decided.reason if decided else None,
        "started_on": way.day_of(Step.START),
    }
    by = case.setting.coordinator.account_id
    started_on = way.day_of(Step.START)
    if started_on:
        values |= {"coach_id": case.coach.account_id, "coach_name": case.coach.name}
        when_started = {**values, "state": TrajectoryState.ACTIVE}
        book.change_meanwhile("trajectory", case.trajectory_id, started_on, by, **when_started)
    ended_on = way.day_of(Step.COMPLETE, Step.DROP_OUT)
    if ended_on:
        job = next((job for job in jobs if job.covers(ended_on)), None)
        values |= {
            "ended_on": ended_on,
            "end_outcome": EndOutcome.DROPPED_OUT if way.day_of(Step.DROP_OUT) else EndOutcome.COMPLETED,
            "end_reason": way.end_reason,
            "destination": _destination(book, way, job),
            "ladder_end": LADDER_OF_WORK.get(job.kind, 6) if job else book.chance.number(2, 4),
        }
    book.change("trajectory", case.trajectory_id, way.last_day, by, **values)


def _decision(way: Way, decided: Taken) -> Decision:
    if decided.step is Step.ADMIT and way.conditions:
        return Decision.ADMITTED_WITH_CONDITIONS
    return DECISIONS[decided.step]


def _destination(book: Book, way: Way, job: Spell | None) -> Destination:
    if job is not None:
        return Destination.SELF_EMPLOYMENT if job.kind is SpellKind.SELF_EMPLOYMENT else Destination.PAID_WORK
    told = TOLD_BY_END_REASON.get(way.end_reason) if way.end_reason else None
    return told or book.chance.weighed(DESTINATIONS_WITHOUT_WORK)


def _add_step(book: Book, case: Case, taken: Taken) -> None:
    by = case.setting.coordinator.account_id
    book.add(
        "trajectory_event",
        taken.on,
        by,
        **case.keys,
        step=taken.step,
        from_state=taken.from_state,
        to_state=taken.to_state,
        on_date=taken.on,
        reason=taken.reason,
    )
    if taken.step in DECISIONS:
        is_unchecked = taken.step is Step.DECLINE and book.chance.happens(SHARE_UNCHECKED)
        book.add(
            "screening_decision",
            taken.on,
            by,
            **case.keys,
            decision=_decision(case.way, taken),
            decided_on=taken.on,
            reason=taken.reason,
            conditions=case.way.conditions if taken.step is Step.ADMIT else [],
            check_result=UNCHECKED if is_unchecked else TO_BE_CHECKED,
        )

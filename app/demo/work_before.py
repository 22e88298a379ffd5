"""People who had a small job when they started, and those of them who found a better one after they left."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.demo.book import Book
from app.demo.case import Case
from app.demo.follow_ups import add_follow_ups
from app.demo.life import Spell
from app.demo.placements import add_placements, tell_end
from app.demo.setting import Setting
from app.demo.work import JOBS
from app.rules.code_lists import PAID_WORK, Contract, EvidenceSource, PlacementEndReason, SpellKind
from app.rules.trajectory_states import Step

ONE_IN = 4
IMPROVES = 0.6


def add_work_before(book: Book, setting: Setting, cases: Sequence[Case]) -> None:
    """Give one in four of those who started and found no paid work a few hours on call when they began."""
    started = [case for case in without_paid_work(book, cases) if case.way.day_of(Step.START)]
    for case in started[::ONE_IN]:
        known = add_placements(book, case, list(_jobs(book, setting, case)))
        small = known[0]
        if small.spell.ends_on <= book.today:
            tell_end(book, case, small, small.spell.ends_on, EvidenceSource.PARTICIPANT)
        add_follow_ups(book, case, known)


def without_paid_work(book: Book, cases: Sequence[Case]) -> list[Case]:
    """Those of whom the programme knows no paid job."""
    with_work = {row["participant_id"] for row in book.first["placement"].values() if row["kind"] in PAID_WORK}
    return [case for case in cases if case.person.participant_id not in with_work]


def _jobs(book: Book, setting: Setting, case: Case) -> Iterator[Spell]:
    """Both by the rules of a step up: on call and a few hours, and then permanent and as many as wished for."""
    started_on = case.way.day_of(Step.START)
    assert started_on is not None  # noqa: S101  asked of those who started
    registered = (started_on - case.way.registered_on).days
    begun_on = started_on - timedelta(days=book.chance.number(1, max(1, registered - 1)))
    yield _job(book, setting, begun_on, (60, 200), Contract.ON_CALL, book.chance.one_of((8, 12, 16)))
    ended_on = case.way.day_of(Step.COMPLETE, Step.DROP_OUT)
    if ended_on and book.chance.happens(IMPROVES):
        better_on = book.chance.after(ended_on, 20, 120)
        yield _job(book, setting, better_on, (300, 900), Contract.PERMANENT, case.person.wished_hours)


def _job(book: Book, setting: Setting, starts_on: date, days: tuple[int, int], contract: Contract, hours: int) -> Spell:
    employer = book.chance.one_of(setting.employers)
    return Spell(
        kind=SpellKind.REGULAR_JOB,
        employer=employer,
        job=book.chance.one_of(JOBS[employer.sector]),
        contract=contract,
        hours=hours,
        starts_on=starts_on,
        ends_on=book.chance.after(starts_on, *days),
        end_reason=PlacementEndReason.RESIGNED,
    )

"""Duo for a Job: in work or learning within a year after the mentoring, and with a contract of three months."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, share_of
from app.demo.published.result import Figure, PublishedResult
from app.rules.calendar import add_months
from app.rules.code_lists import Contract, SpellKind
from app.rules.metrics.examples import LONG_CONTRACT_WITHIN_12_MONTHS_AFTER_END
from app.rules.metrics.placement import WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END

REACHED, LONG_CONTRACT = 72, 50
OTHERS = (SpellKind.INTERNSHIP, SpellKind.EDUCATION, SpellKind.REGULAR_JOB)


def people(size: int) -> Iterator[MadeUpPerson]:
    """Six months with a mentor; then half get a contract that lasts, and some an internship, a study or a short job."""
    for number in range(size):
        started_on = date(2020, 1, 6) + timedelta(days=number % 180)
        ended_on = add_months(started_on, 6)
        begins_on = ended_on + timedelta(days=10 + number % 300)
        has_long = number < share_of(size, LONG_CONTRACT)
        spell = _long(begins_on, number) if has_long else _other(begins_on, number)
        yield MadeUpPerson(
            started_on=started_on, ended_on=ended_on, spells=(spell,) if number < share_of(size, REACHED) else ()
        )


def _long(begins_on: date, number: int) -> MadeUpSpell:
    until = add_months(begins_on, 3 + number % 10) - timedelta(days=1)
    is_permanent = number % 5 == 0
    return MadeUpSpell(
        kind=SpellKind.REGULAR_JOB,
        starts_on=begins_on,
        contract=Contract.PERMANENT if is_permanent else Contract.FIXED_TERM,
        planned_until=None if is_permanent else until,
    )


def _other(begins_on: date, number: int) -> MadeUpSpell:
    kind = OTHERS[number % 3]
    is_job = kind is SpellKind.REGULAR_JOB
    return MadeUpSpell(
        kind=kind,
        starts_on=begins_on,
        contract=Contract.FIXED_TERM if is_job else None,
        planned_until=begins_on + timedelta(days=60) if is_job else None,
    )


RESULT = PublishedResult(
    key="duo-for-a-job",
    programme="Duo for a Job",
    source="Risbo 3.1.3 (annual report 2021)",
    published="more than 70 % in a job, internship or education within a year after the mentoring; half find a job "
    "with a contract of at least three months",
    assumed="72 % for “more than 70 %”; 500 people (the source gives no number). The half is counted within the same "
    "year, and of everybody. Every contract says until when it runs, or is permanent.",
    size=500,
    as_of=date(2022, 6, 30),
    people=people,
    figures=(
        Figure(
            says="in work or learning",
            percent=REACHED,
            metric=WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END,
            yes=360,
            known=500,
        ),
        Figure(
            says="with a contract of at least three months",
            percent=LONG_CONTRACT,
            metric=LONG_CONTRACT_WITHIN_12_MONTHS_AFTER_END,
            yes=250,
            known=500,
        ),
    ),
)

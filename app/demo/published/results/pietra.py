"""PIETRA: 219 people, of whom 57 % had a job at the end."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Seen, share_of
from app.demo.published.result import Figure, PublishedResult
from app.rules.calendar import add_months
from app.rules.code_lists import SpellKind
from app.rules.metrics.placement import IN_PAID_WORK_AT_END

AT_THE_END = 57
KINDS = (SpellKind.REGULAR_JOB, SpellKind.AGENCY_JOB, SpellKind.SUBSIDISED_JOB)


def people(size: int) -> Iterator[MadeUpPerson]:
    """Everybody is accompanied for a year; the jobs began somewhere in its last half."""
    for number in range(size):
        started_on = date(2020, 12, 7) + timedelta(days=3 * (number % 73))
        ended_on = add_months(started_on, 12)
        works = number < share_of(size, AT_THE_END)
        job = MadeUpSpell(kind=KINDS[number % 3], starts_on=ended_on - timedelta(days=1 + number % 180))
        yield MadeUpPerson(
            started_on=started_on,
            ended_on=ended_on,
            spells=(job,) if works else (),
            seen=(Seen(on=ended_on, in_paid_work=works),),
        )


RESULT = PublishedResult(
    key="pietra",
    programme="PIETRA",
    source="Risbo 3.1.4",
    published="219 people since December 2020, 57 % in a job at the end",
    assumed="All 219 have ended, each after a year, and everybody's work is known on the last day.",
    size=219,
    as_of=date(2022, 12, 31),
    people=people,
    figures=(Figure(says="in a job at the end", percent=AT_THE_END, metric=IN_PAID_WORK_AT_END, yes=125, known=219),),
)

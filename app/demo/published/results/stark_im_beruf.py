"""Stark im Beruf: 16,000 mothers, of whom one third were led to work."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell
from app.demo.published.result import Figure, PublishedResult
from app.rules.calendar import add_months
from app.rules.code_lists import Gender, SpellKind
from app.rules.metrics.placement import EVER_PLACED

KINDS = (SpellKind.REGULAR_JOB, SpellKind.APPRENTICESHIP, SpellKind.AGENCY_JOB)


def people(size: int) -> Iterator[MadeUpPerson]:
    """One in three finds work, somewhere in the half year that the programme takes."""
    for number in range(size):
        started_on = date(2015, 2, 2) + timedelta(days=number % 2500)
        work = MadeUpSpell(kind=KINDS[number % 7 % 3], starts_on=started_on + timedelta(days=60 + number % 100))
        yield MadeUpPerson(
            started_on=started_on,
            ended_on=add_months(started_on, 6),
            gender=Gender.FEMALE,
            spells=(work,) if number < size // 3 else (),
        )


RESULT = PublishedResult(
    key="stark-im-beruf",
    programme="Stark im Beruf",
    source="Risbo 3.1.5",
    published="16,000 mothers reached, one third led to work",
    assumed="“Led to work” is a placement in paid work that began after the start, however long it lasted; all have "
    "ended. The source gives neither the kinds of work nor the years: 2015 to 2021 here.",
    size=16_000,
    as_of=date(2022, 12, 31),
    people=people,
    figures=(Figure(says="led to work", percent=33.3, metric=EVER_PLACED, yes=5333, known=16_000),),
)

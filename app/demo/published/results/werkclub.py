"""Werkclub: 55 % in work or education on one day, however long ago somebody started."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Seen, share_of
from app.demo.published.result import Figure, PublishedResult
from app.rules.code_lists import SpellKind
from app.rules.metrics.examples import IN_WORK_OR_EDUCATION_ON_THE_DAY

THE_DAY = date(2019, 6, 15)
ON_THE_DAY = 55
STUDENTS = 5
"""One in so many of those who work or study is a student."""


def people(size: int) -> Iterator[MadeUpPerson]:
    """They joined at any time in the two years before; on the day itself everybody is asked."""
    for number in range(size):
        started_on = THE_DAY - timedelta(days=60 + 11 * number % 660)
        reached, studies = number < share_of(size, ON_THE_DAY), number % STUDENTS == 0
        spell = MadeUpSpell(
            kind=SpellKind.EDUCATION if studies else SpellKind.REGULAR_JOB,
            starts_on=started_on + timedelta(days=number % 50),
            ends_on=THE_DAY + timedelta(days=30 + number % 90) if studies else None,
        )
        yield MadeUpPerson(
            started_on=started_on,
            spells=(spell,) if reached else (),
            seen=(Seen(on=THE_DAY, in_paid_work=reached and not studies),),
        )


RESULT = PublishedResult(
    key="werkclub",
    programme="Werkclub",
    source="VIA-2020",
    published="more than half (55 %) in work or education on the day of the study, June 2019",
    assumed="200 people (the source gives no number), and 15 June for the day. One in five of those who got there "
    "studies, until a day that is known.",
    size=200,
    as_of=date(2019, 12, 31),
    people=people,
    figures=(
        Figure(
            says="in work or education on the day",
            percent=ON_THE_DAY,
            metric=replace(IN_WORK_OR_EDUCATION_ON_THE_DAY, on=THE_DAY),
            yes=110,
            known=200,
        ),
    ),
)

"""Parcours HOPE: in a job at the end, and half a year later."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Seen, share_of
from app.demo.published.result import Figure, PublishedResult
from app.rules.calendar import add_months
from app.rules.code_lists import SpellKind
from app.rules.metrics.placement import IN_PAID_WORK_6_MONTHS_AFTER_END, IN_PAID_WORK_AT_END

AT_THE_END, STILL = 73, 56


def people(size: int) -> Iterator[MadeUpPerson]:
    """Everybody follows the programme for eight months; the last ones to find a job are the first to lose it."""
    for number in range(size):
        started_on = date(2021, 1, 4) + timedelta(days=7 * (number % 26))
        ended_on = add_months(started_on, 8)
        half_a_year_later = add_months(ended_on, 6)
        works, still = number < share_of(size, AT_THE_END), number < share_of(size, STILL)
        job = MadeUpSpell(
            kind=SpellKind.REGULAR_JOB,
            starts_on=ended_on - timedelta(days=20 + number % 60),
            ends_on=None if still else ended_on + timedelta(days=30 + number % 90),
        )
        yield MadeUpPerson(
            started_on=started_on,
            ended_on=ended_on,
            spells=(job,) if works else (),
            seen=(Seen(on=ended_on, in_paid_work=works), Seen(on=half_a_year_later, in_paid_work=still)),
        )


RESULT = PublishedResult(
    key="parcours-hope",
    programme="Parcours HOPE",
    source="Risbo 3.1.2",
    published="73 % in a job at the end, 56 % still in work six months after it",
    assumed="200 people (the source gives no number); everybody's work is known on both days.",
    size=200,
    as_of=date(2022, 12, 31),
    people=people,
    figures=(
        Figure(says="in a job at the end", percent=AT_THE_END, metric=IN_PAID_WORK_AT_END, yes=146, known=200),
        Figure(
            says="in work six months after the end",
            percent=STILL,
            metric=IN_PAID_WORK_6_MONTHS_AFTER_END,
            yes=112,
            known=200,
        ),
    ),
)

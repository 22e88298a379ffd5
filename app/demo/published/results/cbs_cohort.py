"""People who left social assistance for a job in 2021: three ways to be durably out of it, eighteen months later."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Seen, share_of
from app.demo.published.result import Figure, PublishedResult
from app.rules.calendar import add_months
from app.rules.code_lists import SpellKind
from app.rules.metrics.retention import retention
from app.rules.standards.social_assistance import OFF_SOCIAL_ASSISTANCE_18_MONTHS_AFTER_FIRST_JOB

OFF, IN_A_JOB, UNINTERRUPTED = 91, 72, 51
UNRECORDED = 10
"""Of one in so many it is not recorded whether they have social assistance."""

AT_WORK, WITHOUT_INTERRUPTION, _ = retention(18)


def people(size: int) -> Iterator[MadeUpPerson]:
    """Some keep their job, some find another one after a while, some stop working; few come back for assistance."""
    recorded = size - -(-size // UNRECORDED)
    for number in range(size):
        began_on = date(2021, 1, 4) + timedelta(days=number % 357)
        is_recorded = number % UNRECORDED > 0
        is_on = number - number // UNRECORDED > share_of(recorded, OFF)
        seen = Seen(
            on=add_months(began_on, 18),
            in_paid_work=number < share_of(size, IN_A_JOB),
            on_social_assistance=is_on if is_recorded else None,
        )
        yield MadeUpPerson(
            started_on=began_on - timedelta(days=90), spells=tuple(_jobs(number, size, began_on)), seen=(seen,)
        )


def _jobs(number: int, size: int, began_on: date) -> Iterator[MadeUpSpell]:
    """One job that goes on; or one that ended, and for who works again another one after two months or more."""
    keeps = number < share_of(size, UNINTERRUPTED)
    ended_on = add_months(began_on, 6 + number % 7)
    yield MadeUpSpell(kind=SpellKind.REGULAR_JOB, starts_on=began_on, ends_on=None if keeps else ended_on)
    if not keeps and number < share_of(size, IN_A_JOB):
        yield MadeUpSpell(kind=SpellKind.AGENCY_JOB, starts_on=ended_on + timedelta(days=61 + number % 40))


RESULT = PublishedResult(
    key="cbs-uit-de-bijstand",
    programme="Uit de bijstand aan het werk (CBS-cohort 2021)",
    source="Statistics Netherlands, people who left social assistance in 2021",
    published="18 months later 91 % are off benefit where that is recorded, 72 % in a job, 51 % in a job without "
    "interruption: the definition decides the number",
    assumed="1,000 people for 49,000. Leaving for a job is the start of the first job. Of one in ten nobody recorded "
    "whether they have social assistance, so that the 91 % are of the 900 where it is recorded; of everybody it lies "
    "between 81.9 % and 91.9 %. Without interruption is no gap of more than 31 days.",
    size=1000,
    as_of=date(2023, 12, 31),
    people=people,
    figures=(
        Figure(
            says="off social assistance, where recorded",
            percent=OFF,
            metric=OFF_SOCIAL_ASSISTANCE_18_MONTHS_AFTER_FIRST_JOB,
            yes=819,
            known=900,
        ),
        Figure(says="in a job", percent=IN_A_JOB, metric=AT_WORK, yes=720, known=1000),
        Figure(
            says="in a job without interruption",
            percent=UNINTERRUPTED,
            metric=WITHOUT_INTERRUPTION,
            yes=510,
            known=1000,
        ),
    ),
    in_catalogue=False,
)

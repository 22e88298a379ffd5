"""Välkommen till framtiden: about 30 % in work each month, against 15 % of the control group."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Seen, share_of
from app.demo.published.result import Contrast, Figure, PublishedResult
from app.outcomes.statement import Dimension
from app.rules.calendar import add_months
from app.rules.code_lists import SpellKind
from app.rules.series import IN_PAID_WORK_EACH_MONTH

IN_THE_PROGRAMME, CONTROL = "Välkommen", "Controlegroep"
PERCENT = {IN_THE_PROGRAMME: 30, CONTROL: 15}
MONTHS = range(1, IN_PAID_WORK_EACH_MONTH.months + 1)
COMES_ROUND_IN = 20
"""After so many months the same people are at work again."""


def people(size: int) -> Iterator[MadeUpPerson]:
    """Each month as many people work, and each month some of them are others; the register says so every month."""
    for cohort, percent in PERCENT.items():
        group = size // 2
        for number in range(group):
            working = [
                month
                for month in MONTHS
                if (number + month * group // COMES_ROUND_IN) % group < share_of(group, percent)
            ]
            yield _person(cohort, date(2016, 9, 1) + timedelta(days=number % 200), working)


def _person(cohort: str, started_on: date, working: list[int]) -> MadeUpPerson:
    return MadeUpPerson(
        started_on=started_on,
        cohort=cohort,
        spells=tuple(_jobs(started_on, working)),
        seen=tuple(Seen(on=add_months(started_on, month), in_paid_work=month in working) for month in MONTHS),
    )


def _jobs(started_on: date, working: list[int]) -> Iterator[MadeUpSpell]:
    """A job for every stretch of months."""
    for _, stretch in groupby(enumerate(working), key=lambda placed: placed[1] - placed[0]):
        months = [month for _, month in stretch]
        yield MadeUpSpell(
            kind=SpellKind.AGENCY_JOB,
            starts_on=add_months(started_on, months[0]) - timedelta(days=10),
            ends_on=None if months[-1] == MONTHS[-1] else add_months(started_on, months[-1]) + timedelta(days=10),
        )


def _figure(cohort: str, says: str) -> Figure:
    return Figure(
        says=says,
        percent=PERCENT[cohort],
        metric=IN_PAID_WORK_EACH_MONTH,
        group={Dimension.COHORT: cohort},
        yes=PERCENT[cohort],
        known=100,
    )


PARTICIPANTS, OTHERS = _figure(IN_THE_PROGRAMME, "participants"), _figure(CONTROL, "control group")

RESULT = PublishedResult(
    key="valkommen-till-framtiden",
    programme="Välkommen till framtiden",
    source="Risbo 3.1.2",
    published="about 30 % in work each month against 15 % in the control group",
    assumed="100 people in each group, followed for 24 months by a register that knows everybody each month (the "
    "source gives neither). Exactly 30 % for “about 30 %”.",
    size=200,
    as_of=date(2019, 12, 31),
    people=people,
    figures=(PARTICIPANTS, OTHERS),
    contrasts=(Contrast(says="in each month", here=PARTICIPANTS, there=OTHERS),),
)

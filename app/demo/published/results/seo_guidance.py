"""Intensified guidance in welfare: off social assistance after two years, 22 % without it and 35 % with it."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, Seen, share_of
from app.demo.published.result import Contrast, Figure, PublishedResult
from app.outcomes.statement import Dimension
from app.rules.calendar import add_months
from app.rules.standards.social_assistance import OFF_SOCIAL_ASSISTANCE_24_MONTHS_AFTER_START

USUAL, INTENSIVE = "Gewone begeleiding", "Intensieve begeleiding"
PERCENT = {USUAL: 22, INTENSIVE: 35}
WORKS = 4
"""Of so many people who left social assistance one has no job: a partner's income, study or moving away."""


def people(size: int) -> Iterator[MadeUpPerson]:
    """Two groups of the same size; the register of benefits says of everybody how it was after two years."""
    for cohort, percent in PERCENT.items():
        for number in range(size // 2):
            started_on = date(2015, 1, 5) + timedelta(days=number % 360)
            is_off = number < share_of(size // 2, percent)
            yield MadeUpPerson(
                started_on=started_on,
                cohort=cohort,
                seen=(
                    Seen(
                        on=add_months(started_on, 24),
                        in_paid_work=is_off and number % WORKS > 0,
                        on_social_assistance=not is_off,
                    ),
                ),
            )


def _figure(cohort: str, says: str) -> Figure:
    return Figure(
        says=says,
        percent=PERCENT[cohort],
        metric=OFF_SOCIAL_ASSISTANCE_24_MONTHS_AFTER_START,
        group={Dimension.COHORT: cohort},
        yes=PERCENT[cohort] * 3,
        known=300,
    )


BEFORE, AFTER = _figure(USUAL, "with the usual guidance"), _figure(INTENSIVE, "with intensive guidance")

RESULT = PublishedResult(
    key="intensivering-bijstand",
    programme="Intensivering van begeleiding in de bijstand",
    source="SER 3.1, note 6 (SEO 2019)",
    published="exit from social assistance within two years rises from 22 % to 35 %",
    assumed="300 people with each kind of guidance (the source gives no numbers). Exit within two years is being off "
    "social assistance 24 months after the start; the register says so of everybody.",
    size=600,
    as_of=date(2018, 12, 31),
    people=people,
    figures=(BEFORE, AFTER),
    contrasts=(Contrast(says="intensive less usual guidance", here=AFTER, there=BEFORE),),
)

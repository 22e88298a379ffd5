"""Equal Entry: women and men, each against a control group drawn by lot, fifteen months after the start."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Seen, share_of
from app.demo.published.result import Contrast, Figure, PublishedResult
from app.outcomes.statement import Dimension
from app.rules.calendar import add_months
from app.rules.code_lists import Gender, SpellKind
from app.rules.metrics.placement import IN_WORK_OR_STUDY_AT_15_MONTHS

IN_THE_PROGRAMME, CONTROL = "Jämställd etablering", "Controlegroep"
PERCENT = {
    (IN_THE_PROGRAMME, Gender.FEMALE): 37,
    (CONTROL, Gender.FEMALE): 27,
    (IN_THE_PROGRAMME, Gender.MALE): 43,
    (CONTROL, Gender.MALE): 33,
}
STUDENTS = 4
"""One in so many of those who work or study is a student."""


def people(size: int) -> Iterator[MadeUpPerson]:
    """Four groups of the same size."""
    for (cohort, gender), percent in PERCENT.items():
        for number in range(size // 4):
            yield _person(number, cohort, gender, reached=number < share_of(size // 4, percent))


def _person(number: int, cohort: str, gender: Gender, *, reached: bool) -> MadeUpPerson:
    started_on = date(2018, 3, 1) + timedelta(days=number % 300)
    target = add_months(started_on, 15)
    studies = reached and number % STUDENTS == 0
    spell = MadeUpSpell(
        kind=SpellKind.EDUCATION if studies else SpellKind.REGULAR_JOB,
        starts_on=target - timedelta(days=10 + number % 200),
        ends_on=target + timedelta(days=120) if studies else None,
    )
    return MadeUpPerson(
        started_on=started_on,
        cohort=cohort,
        gender=gender,
        spells=(spell,) if reached else (),
        seen=(Seen(on=target, in_paid_work=reached and not studies),),
    )


def _figure(cohort: str, gender: Gender, who: str) -> Figure:
    percent = PERCENT[cohort, gender]
    return Figure(
        says=who,
        percent=percent,
        metric=IN_WORK_OR_STUDY_AT_15_MONTHS,
        group={Dimension.COHORT: cohort, Dimension.GENDER: gender},
        yes=percent * 2,
        known=200,
    )


WOMEN, WOMEN_BESIDE = (
    _figure(IN_THE_PROGRAMME, Gender.FEMALE, "women"),
    _figure(CONTROL, Gender.FEMALE, "women, control group"),
)
MEN, MEN_BESIDE = (
    _figure(IN_THE_PROGRAMME, Gender.MALE, "men"),
    _figure(CONTROL, Gender.MALE, "men, control group"),
)

RESULT = PublishedResult(
    key="equal-entry",
    programme="Jämställd etablering (Equal Entry)",
    source="Risbo 3.1.4",
    published="at 15 months in work or study: women 37 % against 27 %, men 43 % against 33 % in the control group",
    assumed="200 women and 200 men in each group: the source gives no numbers, and the intervals hang on them. The "
    "control group is a cohort of its own; everybody's work is known at 15 months. One in four of those who got there "
    "studies.",
    size=800,
    as_of=date(2020, 12, 31),
    people=people,
    figures=(WOMEN, WOMEN_BESIDE, MEN, MEN_BESIDE),
    contrasts=(
        Contrast(says="women", here=WOMEN, there=WOMEN_BESIDE),
        Contrast(says="men", here=MEN, there=MEN_BESIDE),
    ),
)

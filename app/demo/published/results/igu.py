"""IGU: half of the companies satisfied with the programme, two thirds with the trainee."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from app.demo.published.made_up import MadeUpPerson, MadeUpSpell, Score
from app.demo.published.result import Figure, PublishedResult
from app.rules.calendar import add_months
from app.rules.code_lists import RatedBy, RatingDimension, SpellKind
from app.rules.metrics.inclusion import EMPLOYER_SATISFIED_WITH_PARTICIPANT, EMPLOYER_SATISFIED_WITH_PROGRAMME

CONTENT, NOT_CONTENT = (4, 5), (1, 2, 3)


def people(size: int) -> Iterator[MadeUpPerson]:
    """Everybody is a paid trainee for two years; every company says after a quarter what it thinks."""
    for number in range(size):
        started_on = date(2018, 8, 1) + timedelta(days=number % 200)
        asked_on = add_months(started_on, 3)
        with_trainee, with_programme = number < size * 2 // 3, number % 2 == 0
        yield MadeUpPerson(
            started_on=started_on,
            spells=(MadeUpSpell(kind=SpellKind.APPRENTICESHIP, starts_on=started_on, hours=Decimal(37)),),
            scores=(
                _score(asked_on, RatingDimension.PARTICIPANT, number, is_content=with_trainee),
                _score(asked_on, RatingDimension.PROGRAMME, number, is_content=with_programme),
            ),
        )


def _score(on: date, about: RatingDimension, number: int, *, is_content: bool) -> Score:
    scores = CONTENT if is_content else NOT_CONTENT
    return Score(on=on, by=RatedBy.EMPLOYER, about=about, score=scores[number % len(scores)])


RESULT = PublishedResult(
    key="igu",
    programme="IGU",
    source="Risbo 3.1.2",
    published="half of the companies satisfied with the programme, two thirds with how the trainees perform",
    assumed="The source counts companies that answered a survey, we count placements: 180 trainees, each with a "
    "company of their own that answered. Satisfied is a 4 or a 5 of 5. The paid traineeship is work with training.",
    size=180,
    employers=180,
    as_of=date(2020, 6, 30),
    people=people,
    figures=(
        Figure(
            says="companies satisfied with the programme",
            percent=50,
            metric=EMPLOYER_SATISFIED_WITH_PROGRAMME,
            yes=90,
            known=180,
        ),
        Figure(
            says="companies satisfied with the trainee",
            percent=66.7,
            metric=EMPLOYER_SATISFIED_WITH_PARTICIPANT,
            yes=120,
            known=180,
        ),
    ),
)

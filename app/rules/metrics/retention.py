"""Whether the work lasted: three answers that belong beside each other, at each of the months that count."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.follow_up_months import DEFAULT_FOLLOW_UP_MONTHS
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy
from app.rules.metrics.sources import EVIDENCE


def retention(months: int) -> tuple[Metric, Metric, Metric]:
    """The three answers some months after the first job began: any employer, without interruption, the same one."""
    in_work = Metric(
        code=f"retention_{months}_months_in_work",
        version=1,
        family=Family.RETENTION,
        title=Bilingual(nl=f"Na {months} maanden aan het werk", en=f"In work after {months} months"),
        question_text=Bilingual(
            nl=f"Had deze persoon betaald werk {months} maanden na de start van de eerste baan, "
            "bij welke werkgever ook?",
            en=f"Was this person in paid work {months} months after the first job began, with whichever employer?",
        ),
        finding=Bilingual(
            nl=f"nog aan het werk na {months} maanden",
            en=f"still in work after {months} months",
        ),
        population=Population.PLACED,
        index=Index.FIRST_PLACEMENT,
        horizon_months=months,
        question=Question.IN_WORK,
        counts=PAID_WORK,
        unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
        exclusions=frozenset({Exclusion.DECEASED}),
        source=EVIDENCE,
    )
    uninterrupted = replace(
        in_work,
        code=f"retention_{months}_months_uninterrupted",
        title=Bilingual(
            nl=f"Na {months} maanden zonder onderbreking aan het werk",
            en=f"In work for {months} months on end",
        ),
        question_text=Bilingual(
            nl=f"Had deze persoon {months} maanden na de start van de eerste baan nog werk, "
            "en was er nooit meer dan 31 dagen geen werk?",
            en=f"Was this person still in work {months} months after the first job began, "
            "and never without work for more than 31 days?",
        ),
        finding=Bilingual(
            nl=f"{months} maanden zonder onderbreking aan het werk",
            en=f"in work for {months} months without interruption",
        ),
        question=Question.IN_WORK_WITHOUT_INTERRUPTION,
    )
    same_employer = replace(
        in_work,
        code=f"retention_{months}_months_same_employer",
        title=Bilingual(
            nl=f"Na {months} maanden bij dezelfde werkgever",
            en=f"With the same employer after {months} months",
        ),
        question_text=Bilingual(
            nl=f"Werkte deze persoon {months} maanden na de start van de eerste baan nog bij dezelfde werkgever?",
            en=f"Was this person still with the same employer {months} months after the first job began?",
        ),
        finding=Bilingual(
            nl=f"na {months} maanden nog bij dezelfde werkgever",
            en=f"still with the same employer after {months} months",
        ),
        question=Question.WITH_SAME_EMPLOYER,
    )
    return in_work, uninterrupted, same_employer


RETENTION: tuple[Metric, ...] = tuple(metric for months in DEFAULT_FOLLOW_UP_MONTHS for metric in retention(months))
"""Every answer at every month, in the order in which reports show them."""

"""Whether the work lasted: three answers that belong beside each other."""

from __future__ import annotations

from dataclasses import replace

from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import (
    Bilingual,
    Exclusion,
    Family,
    Index,
    Metric,
    Population,
    Question,
    UnknownPolicy,
)
from app.rules.metrics.sources import EVIDENCE

RETENTION_6_MONTHS_IN_WORK = Metric(
    code="retention_6_months_in_work",
    version=1,
    family=Family.RETENTION,
    title=Bilingual(nl="Na 6 maanden aan het werk", en="In work after 6 months"),
    question_text=Bilingual(
        nl="Had deze persoon betaald werk 6 maanden na de start van de eerste baan, bij welke werkgever ook?",
        en="Was this person in paid work 6 months after the first job began, with whichever employer?",
    ),
    finding=Bilingual(nl="nog aan het werk na 6 maanden", en="still in work after 6 months"),
    population=Population.PLACED,
    index=Index.FIRST_PLACEMENT,
    horizon_months=6,
    question=Question.IN_WORK,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=EVIDENCE,
)

RETENTION_6_MONTHS_UNINTERRUPTED = replace(
    RETENTION_6_MONTHS_IN_WORK,
    code="retention_6_months_uninterrupted",
    title=Bilingual(nl="Na 6 maanden zonder onderbreking aan het werk", en="In work for 6 months on end"),
    question_text=Bilingual(
        nl="Had deze persoon 6 maanden na de start van de eerste baan nog werk, "
        "en was er nooit meer dan 31 dagen geen werk?",
        en="Was this person still in work 6 months after the first job began, "
        "and never without work for more than 31 days?",
    ),
    finding=Bilingual(nl="6 maanden zonder onderbreking aan het werk", en="in work for 6 months without interruption"),
    question=Question.IN_WORK_WITHOUT_INTERRUPTION,
)

RETENTION_6_MONTHS_SAME_EMPLOYER = replace(
    RETENTION_6_MONTHS_IN_WORK,
    code="retention_6_months_same_employer",
    title=Bilingual(nl="Na 6 maanden bij dezelfde werkgever", en="With the same employer after 6 months"),
    question_text=Bilingual(
        nl="Werkte deze persoon 6 maanden na de start van de eerste baan nog bij dezelfde werkgever?",
        en="Was this person still with the same employer 6 months after the first job began?",
    ),
    finding=Bilingual(nl="na 6 maanden nog bij dezelfde werkgever", en="still with the same employer after 6 months"),
    question=Question.WITH_SAME_EMPLOYER,
)

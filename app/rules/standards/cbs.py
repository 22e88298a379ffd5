"""What Statistics Netherlands counts of people with support to find work."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.metric_parts import Index, Population, Question, UnknownPolicy
from app.rules.standards.changes import Change
from app.rules.standards.definition import STANDARD, StandardMeasure

CBS_REINTEGRATION = StandardMeasure(
    name=Bilingual(nl="CBS, re-integratie", en="Statistics Netherlands, re-integration"),
    metric=replace(
        STANDARD,
        code="cbs_paid_job_within_24_months",
        title=Bilingual(nl="Betaalde baan binnen 24 maanden", en="Paid job within 24 months"),
        question_text=Bilingual(
            nl="Had deze persoon, die geen werk had voor de eerste start, op enige dag in de 24 maanden erna betaald "
            "werk, via het programma of niet? Het CBS ziet dit in het register: wat daar niet staat is een nee.",
            en="Was this person, who had no work before the first start, in paid work on any day of the 24 months "
            "after it, through the programme or not? Statistics Netherlands sees this in the register: what is "
            "not there is a no.",
        ),
        finding=Bilingual(nl="een betaalde baan binnen 24 maanden", en="a paid job within 24 months"),
        population=Population.STARTED_WITHOUT_WORK,
        index=Index.FIRST_ENTRY,
        horizon_months=24,
        question=Question.WORKED_SINCE_INDEX,
        unknown_policy=UnknownPolicy.COUNTS_AS_NO,
    ),
    ours="placed_within_24_months",
    reasons={
        Change.MORE_YES: Bilingual(
            nl="het CBS telt elke baan, ook een die niet via dit traject kwam.",
            en="Statistics Netherlands counts every job, also one that did not come through this trajectory.",
        ),
        Change.FEWER_YES: Bilingual(
            nl="het CBS telt vanaf de eerste start in het programma, ook bij wie later terugkwam.",
            en="Statistics Netherlands counts from the first start in the programme, also of people who came back.",
        ),
        Change.LEFT_OUT: Bilingual(
            nl="wie voor de eerste start al werk had, telt niet mee.",
            en="who had work before the first start is not counted.",
        ),
    },
)

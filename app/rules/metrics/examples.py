"""What a programme can compose from the parts of a metric: examples, which no everyday report carries."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK, UNSUBSIDISED_WORK, SpellKind
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, UnknownPolicy
from app.rules.metrics.placement import IN_PAID_WORK_AT_END, WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END

LONG_CONTRACT_WITHIN_12_MONTHS_AFTER_END = replace(
    WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END,
    code="long_contract_within_12_months_after_end",
    title=Bilingual(
        nl="Contract van ten minste 3 maanden binnen 12 maanden na het einde",
        en="A contract of at least 3 months within 12 months after the end",
    ),
    question_text=Bilingual(
        nl="Had deze persoon binnen 12 maanden na het einde van het traject via het programma betaald werk met een "
        "contract van ten minste 3 maanden?",
        en="Was this person in paid work through the programme, with a contract of at least 3 months, within 12 months "
        "after the end of the trajectory?",
    ),
    finding=Bilingual(
        nl="had binnen 12 maanden na het einde een contract van ten minste 3 maanden",
        en="with a contract of at least 3 months within 12 months after the end",
    ),
    counts=PAID_WORK,
    minimum_contract_months=3,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
)
UNSUBSIDISED_WORK_OF_24_HOURS_AT_END = replace(
    IN_PAID_WORK_AT_END,
    code="unsubsidised_work_of_24_hours_at_end",
    title=Bilingual(
        nl="Werk zonder subsidie van ten minste 24 uur aan het einde",
        en="In unsubsidised work of at least 24 hours at the end",
    ),
    question_text=Bilingual(
        nl="Had deze persoon op de dag dat het traject eindigde werk zonder subsidie, van ten minste 24 uur per week?",
        en="Was this person in unsubsidised work of at least 24 hours a week on the day the trajectory ended?",
    ),
    finding=Bilingual(
        nl="aan het einde aan het werk zonder subsidie, ten minste 24 uur",
        en="in unsubsidised work of at least 24 hours at the end",
    ),
    counts=UNSUBSIDISED_WORK,
    minimum_hours=24,
    standards=(),
)
IN_WORK_OR_EDUCATION_ON_THE_DAY = replace(
    IN_PAID_WORK_AT_END,
    code="in_work_or_education_on_the_day",
    title=Bilingual(nl="Werk of opleiding op de peildatum", en="In work or education on the reference date"),
    question_text=Bilingual(
        nl="Had deze persoon op de peildatum betaald werk, of volgde deze persoon een opleiding?",
        en="Was this person in paid work, or in education, on the reference date?",
    ),
    finding=Bilingual(
        nl="aan het werk of in opleiding op de peildatum", en="in work or education on the reference date"
    ),
    index=Index.DATE,
    counts=PAID_WORK | {SpellKind.EDUCATION},
    standards=(),
)

EXAMPLES: dict[str, Metric] = {
    metric.code: metric
    for metric in (
        LONG_CONTRACT_WITHIN_12_MONTHS_AFTER_END,
        UNSUBSIDISED_WORK_OF_24_HOURS_AT_END,
        IN_WORK_OR_EDUCATION_ON_THE_DAY,
    )
}

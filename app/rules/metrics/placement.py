"""Who found work: through the programme, and at its end."""

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
    Standard,
    UnknownPolicy,
)
from app.rules.metrics.sources import EVIDENCE

RECORDED_PLACEMENTS = Bilingual(
    nl="De plaatsingen die het programma zelf vastlegt.",
    en="The placements that the programme itself records.",
)

PLACED_WITHIN_12_MONTHS = Metric(
    code="placed_within_12_months",
    version=1,
    family=Family.PLACEMENT,
    title=Bilingual(nl="Geplaatst binnen 12 maanden", en="Placed within 12 months"),
    question_text=Bilingual(
        nl="Begon deze persoon binnen 12 maanden na de start met betaald werk via het programma?",
        en="Did this person begin paid work through the programme within 12 months of the start?",
    ),
    finding=Bilingual(nl="binnen 12 maanden geplaatst", en="placed within 12 months"),
    population=Population.STARTED,
    index=Index.START,
    horizon_months=12,
    question=Question.PLACED_SINCE_INDEX,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.COUNTS_AS_NO,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=RECORDED_PLACEMENTS,
    standards=(
        Standard(
            "CBS re-integration statistic: paid job within 24 months of the start of support",
            Bilingual(
                nl="Het CBS kijkt 24 maanden vooruit en telt elke baan in het register, ook een baan die "
                "de deelnemer zelf vond. Daar komt een hoger cijfer uit.",
                en="Statistics Netherlands looks 24 months ahead and counts every job in the register, also "
                "one that the participant found alone. That gives a higher figure.",
            ),
        ),
    ),
)

IN_PAID_WORK_AT_END = Metric(
    code="in_paid_work_at_end",
    version=1,
    family=Family.PLACEMENT,
    title=Bilingual(nl="Betaald werk aan het einde", en="In paid work at the end"),
    question_text=Bilingual(
        nl="Had deze persoon betaald werk op de dag dat het traject eindigde?",
        en="Was this person in paid work on the day the trajectory ended?",
    ),
    finding=Bilingual(nl="aan het werk aan het einde", en="in paid work at the end"),
    population=Population.STARTED,
    index=Index.END,
    horizon_months=0,
    question=Question.IN_WORK,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=EVIDENCE,
    standards=(
        Standard(
            "ESF+ EECR04: in employment upon leaving",
            Bilingual(
                nl="ESF+ kijkt tot 28 dagen na het vertrek. Wij kijken op de laatste dag zelf.",
                en="ESF+ looks up to 28 days after leaving. We look on the last day itself.",
            ),
        ),
    ),
)

IN_PAID_WORK_6_MONTHS_AFTER_END = replace(
    IN_PAID_WORK_AT_END,
    code="in_paid_work_6_months_after_end",
    title=Bilingual(nl="Betaald werk 6 maanden na het einde", en="In paid work 6 months after the end"),
    question_text=Bilingual(
        nl="Had deze persoon betaald werk 6 maanden na het einde van het traject?",
        en="Was this person in paid work 6 months after the end of the trajectory?",
    ),
    finding=Bilingual(nl="aan het werk 6 maanden na het einde", en="in paid work 6 months after the end"),
    horizon_months=6,
    standards=(
        Standard(
            "ESF+ EECR05: in employment six months after leaving",
            Bilingual(
                nl="Begint iemand opnieuw, dan telt ESF+ van de eerste start tot zes maanden na het laatste "
                "vertrek. Wij kijken naar elk traject apart en tellen een persoon één keer.",
                en="When somebody comes back, ESF+ counts from the first entry to six months after the last "
                "exit. We look at each trajectory and count a person once.",
            ),
        ),
        Standard(
            "WIOA: employment in the second quarter after exit",
            Bilingual(
                nl="WIOA telt onbekend als geen werk. Wij tonen onbekend apart; het cijfer van WIOA is "
                "daarom hooguit onze ondergrens.",
                en="WIOA counts unknown as not employed. We show unknown apart, so that the WIOA way gives "
                "our lower bound.",
            ),
        ),
    ),
)

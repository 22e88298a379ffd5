"""Who found work: through the programme, and at its end."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import LEARNING, PAID_WORK, SpellKind
from app.rules.metric_definition import Metric, Standard
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy
from app.rules.metrics.sources import EVIDENCE

RECORDED_PLACEMENTS = Bilingual(
    nl="De plaatsingen die het programma zelf vastlegt.",
    en="The placements that the programme itself records.",
)

CBS_REINTEGRATION = "CBS re-integration statistic: paid job within 24 months of the start of support"


def placed_within(months: int, *standards: Standard) -> Metric:
    """Whether paid work began within so many months of the start."""
    return Metric(
        code=f"placed_within_{months}_months",
        version=1,
        family=Family.PLACEMENT,
        title=Bilingual(nl=f"Geplaatst binnen {months} maanden", en=f"Placed within {months} months"),
        question_text=Bilingual(
            nl=f"Begon deze persoon binnen {months} maanden na de start met betaald werk via het programma?",
            en=f"Did this person begin paid work through the programme within {months} months of the start?",
        ),
        finding=Bilingual(nl=f"binnen {months} maanden geplaatst", en=f"placed within {months} months"),
        population=Population.STARTED,
        index=Index.START,
        horizon_months=months,
        question=Question.PLACED_SINCE_INDEX,
        counts=PAID_WORK,
        unknown_policy=UnknownPolicy.COUNTS_AS_NO,
        exclusions=frozenset({Exclusion.DECEASED}),
        source=RECORDED_PLACEMENTS,
        standards=standards,
    )


PLACED_WITHIN_12_MONTHS = placed_within(
    12,
    Standard(
        CBS_REINTEGRATION,
        Bilingual(
            nl="Het CBS kijkt 24 maanden vooruit en telt elke baan in het register, ook een baan die "
            "de deelnemer zelf vond. Daar komt een hoger cijfer uit.",
            en="Statistics Netherlands looks 24 months ahead and counts every job in the register, also "
            "one that the participant found alone. That gives a higher figure.",
        ),
    ),
)
PLACED_WITHIN_24_MONTHS = placed_within(
    24,
    Standard(
        CBS_REINTEGRATION,
        Bilingual(
            nl="Het CBS telt elke baan in het register, ook een baan die de deelnemer zelf vond. "
            "Wij tellen de plaatsingen die het programma vastlegt. Het cijfer van het CBS is daarom hoger.",
            en="Statistics Netherlands counts every job in the register, also one that the participant found "
            "alone. We count the placements that the programme records, so that its figure is higher.",
        ),
    ),
)
PLACED_WITHIN = (placed_within(6), PLACED_WITHIN_12_MONTHS, PLACED_WITHIN_24_MONTHS)

EVER_PLACED = replace(
    PLACED_WITHIN_12_MONTHS,
    code="ever_placed",
    title=Bilingual(nl="Ooit geplaatst", en="Ever placed"),
    question_text=Bilingual(
        nl="Begon deze persoon na de start ooit met betaald werk via het programma? "
        "Dat telt zodra het traject is geëindigd.",
        en="Did this person ever begin paid work through the programme after the start? "
        "It counts once the trajectory has ended.",
    ),
    finding=Bilingual(nl="ooit geplaatst", en="ever placed"),
    index=Index.END,
    horizon_months=0,
    question=Question.EVER_PLACED,
    standards=(),
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

IN_WORK_OR_STUDY_AT_15_MONTHS = replace(
    IN_PAID_WORK_AT_END,
    code="in_work_or_study_15_months_after_start",
    title=Bilingual(nl="Werk of studie na 15 maanden", en="In work or study after 15 months"),
    question_text=Bilingual(
        nl="Had deze persoon 15 maanden na de start van het traject betaald werk, "
        "of volgde deze persoon een opleiding?",
        en="Was this person in paid work, or in education, 15 months after the start of the trajectory?",
    ),
    finding=Bilingual(nl="aan het werk of in opleiding na 15 maanden", en="in work or study after 15 months"),
    index=Index.START,
    horizon_months=15,
    counts=PAID_WORK | {SpellKind.EDUCATION},
    standards=(),
)

WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END = replace(
    PLACED_WITHIN_12_MONTHS,
    code="work_or_learning_within_12_months_after_end",
    title=Bilingual(
        nl="Werk of leren binnen 12 maanden na het einde", en="Work or learning within 12 months after the end"
    ),
    question_text=Bilingual(
        nl="Had deze persoon binnen 12 maanden na het einde van het traject betaald werk, een stage of een opleiding "
        "via het programma?",
        en="Was this person in paid work, an internship or education through the programme within 12 months after the "
        "end of the trajectory?",
    ),
    finding=Bilingual(
        nl="had werk of leerde binnen 12 maanden na het einde",
        en="in work or learning within 12 months after the end",
    ),
    index=Index.END,
    counts=PAID_WORK | LEARNING,
    source=Bilingual(
        nl="De plaatsingen die het programma zelf vastlegt: begonnen na de start, en niet al voorbij op de laatste dag "
        "van het traject.",
        en="The placements that the programme itself records: begun after the start, and not yet over on the last day "
        "of the trajectory.",
    ),
    standards=(),
)

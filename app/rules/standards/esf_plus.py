"""The common result indicators of the European Social Fund Plus about participants, EECR01 to EECR06.

Regulation (EU) 2021/1057, annex I: on leaving is within four weeks of the exit date, of which the last event counts;
who comes back counts from the first entry to the last exit.
"""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.metric_parts import Index, Population, Question
from app.rules.standards.changes import Change
from app.rules.standards.definition import STANDARD, StandardMeasure

WORK_BEFORE = Bilingual(
    nl="ESF+ telt hier alleen wie geen betaald werk had op de dag voor de eerste start.",
    en="ESF+ counts only who had no paid work on the day before the first start.",
)
CAME_BACK = Bilingual(
    nl="ESF+ telt één verblijf per programma, tot 28 dagen na het laatste vertrek. Wij kijken op de dag "
    "waarop het eerste traject eindigde.",
    en="ESF+ counts one stay per programme, up to 28 days after the last exit. We look at the day on which the "
    "first trajectory ended.",
)
ON_LEAVING = replace(STANDARD, index=Index.FOUR_WEEKS_AFTER_LAST_EXIT)

EECR01 = StandardMeasure(
    name=Bilingual(nl="ESF+ EECR01", en="ESF+ EECR01"),
    metric=replace(
        ON_LEAVING,
        code="esf_eecr01_seeking_work_on_leaving",
        title=Bilingual(nl="Op zoek naar werk bij vertrek", en="Looking for work on leaving"),
        question_text=Bilingual(
            nl="Zocht deze persoon werk in de 28 dagen na het laatste vertrek, volgens de vastgelegde bestemming? "
            "Wie in die dagen werk had, telt niet als zoekend. ESF+ vraagt dit van wie niet werkte en niet zocht; "
            "of iemand eerst al zocht leggen wij niet vast.",
            en="Was this person looking for work in the 28 days after the last exit, by the recorded destination? "
            "Who had work in those days does not count as looking. ESF+ asks this of people who did not work and did "
            "not look; whether somebody looked before is not recorded.",
        ),
        finding=Bilingual(nl="op zoek naar werk bij vertrek", en="looking for work on leaving"),
        population=Population.STARTED_WITHOUT_WORK,
        question=Question.SEEKING_WORK_ON_LEAVING,
    ),
)

EECR02 = StandardMeasure(
    name=Bilingual(nl="ESF+ EECR02", en="ESF+ EECR02"),
    metric=replace(
        ON_LEAVING,
        code="esf_eecr02_studying_on_leaving",
        title=Bilingual(nl="In opleiding bij vertrek", en="In education or training on leaving"),
        question_text=Bilingual(
            nl="Volgde deze persoon in de 28 dagen na het laatste vertrek een opleiding, taalcursus of BBL die na de "
            "eerste start begon?",
            en="Was this person in education, a language course or an apprenticeship, begun since the first start, "
            "in the 28 days after the last exit?",
        ),
        finding=Bilingual(nl="in opleiding bij vertrek", en="in education or training on leaving"),
        question=Question.STUDYING_ON_LEAVING,
    ),
)

EECR03 = StandardMeasure(
    name=Bilingual(nl="ESF+ EECR03", en="ESF+ EECR03"),
    metric=replace(
        ON_LEAVING,
        code="esf_eecr03_qualified_on_leaving",
        title=Bilingual(nl="Kwalificatie behaald bij vertrek", en="Gained a qualification on leaving"),
        question_text=Bilingual(
            nl="Behaalde deze persoon tussen de eerste start en 28 dagen na het laatste vertrek een officiële "
            "taaluitslag? Andere diploma's leggen wij niet vast: zonder taaluitslag blijft het onbekend.",
            en="Did this person gain an official language result between the first start and 28 days after the last "
            "exit? Other qualifications are not recorded: without a language result it stays unknown.",
        ),
        finding=Bilingual(nl="een kwalificatie behaald bij vertrek", en="gained a qualification on leaving"),
        question=Question.QUALIFIED_ON_LEAVING,
    ),
    ours="language_official_result",
    reasons={
        Change.MORE_YES: Bilingual(
            nl="ESF+ telt een uitslag tot 28 dagen na het laatste vertrek. Wij kijken 12 maanden vanaf de start.",
            en="ESF+ counts a result up to 28 days after the last exit. We look at 12 months from the start.",
        ),
        Change.FEWER_YES: CAME_BACK,
        Change.MORE_UNKNOWN: Bilingual(
            nl="bij ESF+ telt elke kwalificatie, en andere dan taaluitslagen leggen wij niet vast. Bij ons is wie "
            "alleen een niet-officiële meting heeft een nee.",
            en="for ESF+ every qualification counts, and none but language results is recorded. In ours, who has "
            "only measurements that are not official is a no.",
        ),
    },
)

EECR04 = StandardMeasure(
    name=Bilingual(nl="ESF+ EECR04", en="ESF+ EECR04"),
    metric=replace(
        ON_LEAVING,
        code="esf_eecr04_employed_on_leaving",
        title=Bilingual(nl="Aan het werk bij vertrek", en="In employment on leaving"),
        question_text=Bilingual(
            nl="Was het laatste dat in de 28 dagen na het laatste vertrek gebeurde betaald werk? "
            "Een baan die in die dagen eindigde, met niets erna, is een nee.",
            en="Was paid work the last that happened in the 28 days after the last exit? "
            "A job that ended in those days, with nothing after it, is a no.",
        ),
        finding=Bilingual(nl="aan het werk bij vertrek", en="in employment on leaving"),
        population=Population.STARTED_WITHOUT_WORK,
        question=Question.EMPLOYED_ON_LEAVING,
    ),
    ours="in_paid_work_at_end",
    reasons={
        Change.MORE_YES: Bilingual(
            nl="ESF+ telt ook werk dat in de 28 dagen na het vertrek begon, en de vastgelegde bestemming.",
            en="ESF+ also counts work that began in the 28 days after leaving, and the recorded destination.",
        ),
        Change.FEWER_YES: Bilingual(
            nl="het werk eindigde in de 28 dagen na het vertrek, en bij ESF+ telt de laatste gebeurtenis.",
            en="the work ended in the 28 days after leaving, and for ESF+ the last event counts.",
        ),
        Change.UNKNOWN_AS_NO: Bilingual(
            nl="bij ESF+ telt de laatste gebeurtenis in de 28 dagen. Wij weten niet of er op de dag zelf werk was.",
            en="for ESF+ the last event in the 28 days counts. We do not know of work on the day itself.",
        ),
        Change.LATER_DUE: Bilingual(
            nl="de 28 dagen na het laatste vertrek zijn nog niet voorbij.",
            en="the 28 days after the last exit have not passed yet.",
        ),
        Change.SOONER_DUE: CAME_BACK,
        Change.MORE_UNKNOWN: CAME_BACK,
        Change.LEFT_OUT: WORK_BEFORE,
    },
)

EECR05 = StandardMeasure(
    name=Bilingual(nl="ESF+ EECR05", en="ESF+ EECR05"),
    metric=replace(
        STANDARD,
        code="esf_eecr05_employed_6_months_after_leaving",
        title=Bilingual(nl="Aan het werk 6 maanden na vertrek", en="In employment 6 months after leaving"),
        question_text=Bilingual(
            nl="Had deze persoon betaald werk 6 maanden na het laatste vertrek uit het programma?",
            en="Was this person in paid work 6 months after the last exit from the programme?",
        ),
        finding=Bilingual(nl="aan het werk 6 maanden na vertrek", en="in employment 6 months after leaving"),
        population=Population.STARTED_WITHOUT_WORK,
        horizon_months=6,
    ),
    ours="in_paid_work_6_months_after_end",
    reasons={
        **dict.fromkeys(
            (Change.MORE_YES, Change.FEWER_YES, Change.MORE_UNKNOWN, Change.UNKNOWN_AS_NO, Change.SOONER_DUE),
            Bilingual(
                nl="ESF+ kijkt 6 maanden na het laatste vertrek. Wij kijken 6 maanden na het einde van het eerste "
                "traject.",
                en="ESF+ looks 6 months after the last exit. We look 6 months after the end of the first trajectory.",
            ),
        ),
        Change.LATER_DUE: Bilingual(
            nl="deze mensen kwamen terug, en 6 maanden na hun laatste vertrek is nog niet geweest.",
            en="they came back, and 6 months after their last exit is still to come.",
        ),
        Change.LEFT_OUT: WORK_BEFORE,
    },
)

EECR06 = StandardMeasure(
    name=Bilingual(nl="ESF+ EECR06", en="ESF+ EECR06"),
    metric=replace(
        STANDARD,
        code="esf_eecr06_improved_6_months_after_leaving",
        title=Bilingual(nl="Betere positie 6 maanden na vertrek", en="Improved situation 6 months after leaving"),
        question_text=Bilingual(
            nl="Had deze persoon, die al werkte voor de eerste start, 6 maanden na het laatste vertrek een "
            "betere baan: vast in plaats van onzeker, genoeg uren in plaats van te weinig, of van een hoger niveau? "
            "Alleen meer loon, of alleen voor zichzelf beginnen, telt niet.",
            en="Did this person, who worked before the first start, have a better job 6 months after the last exit: "
            "permanent instead of precarious, enough hours instead of too few, or of a higher level? "
            "A raise alone, or a move to self-employment alone, does not count.",
        ),
        finding=Bilingual(nl="in een betere positie 6 maanden na vertrek", en="improved 6 months after leaving"),
        population=Population.STARTED_IN_WORK,
        horizon_months=6,
        question=Question.WORK_IMPROVED,
    ),
)

ESF_PLUS_MEASURES = (EECR01, EECR02, EECR03, EECR04, EECR05, EECR06)

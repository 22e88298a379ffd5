"""How language moved: gained per skill, fell back after a placement, and official results."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy

MONTHS_FOR_AN_OFFICIAL_RESULT = 12
"""Calendar months from the start within which an official result counts."""

LANGUAGE_GAIN_LISTENING = Metric(
    code="language_gain_listening",
    version=1,
    family=Family.LANGUAGE,
    title=Bilingual(nl="Hoger niveau: luisteren", en="Higher level: listening"),
    question_text=Bilingual(
        nl="Steeg luisteren minstens één niveau (CEFR) tussen de eerste en de laatste vastgelegde meting?",
        en="Did listening rise by at least one CEFR level between the first and the last documented measurement?",
    ),
    finding=Bilingual(nl="is gestegen in luisteren", en="rose in listening"),
    population=Population.STARTED,
    index=Index.START,
    horizon_months=3,
    question=Question.GAINED_LISTENING,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=Bilingual(
        nl="Taalmetingen van het traject tot en met de peildatum. Vastgelegd is een meting die officieel is of de "
        "naam van de toets noemt. Tussen de eerste en de laatste liggen minstens 90 dagen; anders is het onbekend.",
        en="Language measurements of the trajectory up to the reference date. A measurement is documented when it is "
        "official or names its test. At least 90 days lie between the first and the last; or else it is unknown.",
    ),
)


def _gain(question: Question, *, skill: str, nl: str) -> Metric:
    return replace(
        LANGUAGE_GAIN_LISTENING,
        code=f"language_gain_{skill}",
        title=Bilingual(nl=f"Hoger niveau: {nl}", en=f"Higher level: {skill}"),
        question_text=Bilingual(
            nl=LANGUAGE_GAIN_LISTENING.question_text.nl.replace("luisteren", nl),
            en=LANGUAGE_GAIN_LISTENING.question_text.en.replace("listening", skill),
        ),
        finding=Bilingual(nl=f"is gestegen in {nl}", en=f"rose in {skill}"),
        question=question,
    )


LANGUAGE_GAIN_READING = _gain(Question.GAINED_READING, skill="reading", nl="lezen")
LANGUAGE_GAIN_SPEAKING = _gain(Question.GAINED_SPEAKING, skill="speaking", nl="spreken")
LANGUAGE_GAIN_WRITING = _gain(Question.GAINED_WRITING, skill="writing", nl="schrijven")
LANGUAGE_GAIN_CONVERSATION = _gain(Question.GAINED_CONVERSATION, skill="conversation", nl="gesprekken voeren")

LANGUAGE_FELL_BACK = replace(
    LANGUAGE_GAIN_LISTENING,
    code="language_fell_back",
    title=Bilingual(nl="Taal gezakt na de plaatsing", en="Language fell back after the placement"),
    question_text=Bilingual(
        nl="Zakte een vaardigheid na de start van de eerste baan onder een niveau dat eerder was vastgelegd?",
        en="Did any skill fall, after the first job began, below a level that was documented before?",
    ),
    finding=Bilingual(nl="is in een vaardigheid gezakt", en="fell back in a skill"),
    population=Population.PLACED,
    index=Index.FIRST_PLACEMENT,
    question=Question.FELL_BACK,
    source=Bilingual(
        nl="Vastgelegde taalmetingen van het traject tot en met de peildatum: de laatste van elke vaardigheid naast de "
        "hoogste daarvóór. Is een vaardigheid sinds de start van de baan niet gemeten, of daarvóór niet, dan is het "
        "onbekend, tenzij een andere zakte.",
        en="Documented language measurements of the trajectory up to the reference date: the last of each skill beside "
        "the highest before it. With a skill that was not measured since the job began, or not before, it is unknown, "
        "unless another one fell.",
    ),
)

LANGUAGE_OFFICIAL_RESULT = replace(
    LANGUAGE_GAIN_LISTENING,
    code="language_official_result",
    title=Bilingual(nl="Officiële uitslag voor de taal", en="Official language result"),
    question_text=Bilingual(
        nl="Kreeg deze persoon binnen 12 maanden na de start een officiële uitslag voor een taalvaardigheid?",
        en="Did this person get an official result for a language skill within 12 months of the start?",
    ),
    finding=Bilingual(nl="heeft een officiële uitslag", en="with an official result"),
    horizon_months=MONTHS_FOR_AN_OFFICIAL_RESULT,
    question=Question.OFFICIAL_RESULT,
    source=Bilingual(
        nl="Taalmetingen van het traject in die 12 maanden. Het is nee als er gemeten is en van elke meting bekend is "
        "dat ze niet officieel was.",
        en="Language measurements of the trajectory in those 12 months. It is no when there was a measurement, and "
        "each is known not to be official.",
    ),
)

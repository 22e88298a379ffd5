"""Whether the job fits the person: four flags and the whole."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric, Standard
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy

MATCH_LEVEL = Metric(
    code="match_level",
    version=1,
    family=Family.JOB_MATCH,
    title=Bilingual(nl="Werk op niveau", en="Job at the right level"),
    question_text=Bilingual(
        nl="Past de opleiding van deze persoon bij het niveau van de eerste baan?",
        en="Does this person's education fit the level of the first job?",
    ),
    finding=Bilingual(nl="heeft werk op het eigen niveau", en="in a job at the right level"),
    population=Population.PLACED,
    index=Index.FIRST_PLACEMENT,
    horizon_months=0,
    question=Question.LEVEL_MATCHES,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=Bilingual(
        nl="Opleiding (ISCED 2011) naast hoofdgroep van het beroep (ISCO-08): managers 5–8, specialisten "
        "6–8, technici 5, groepen 4 tot en met 8: 3–4, elementaire beroepen 0–2.",
        en="Education (ISCED 2011) beside the major group of the job (ISCO-08): managers 5–8, professionals "
        "6–8, technicians 5, groups 4 to 8: 3–4, elementary occupations 0–2.",
    ),
    standards=(
        Standard(
            "ILO: qualification mismatch, normative method",
            Bilingual(
                nl="Dezelfde regel. De IAO splitst wie niet past in te hoog en te laag opgeleid.",
                en="The same rule. The ILO splits who does not fit into over- and under-qualified.",
            ),
        ),
    ),
)

MATCH_FIELD = replace(
    MATCH_LEVEL,
    code="match_field",
    title=Bilingual(nl="Werk in het eigen vak", en="Job in the field"),
    question_text=Bilingual(
        nl="Is de eerste baan in het vak dat deze persoon eerder deed of waar het programma voor opleidt?",
        en="Is the first job in a field this person worked in before, or that the programme trains for?",
    ),
    finding=Bilingual(nl="heeft werk in het eigen vak", en="in a job in the field"),
    question=Question.FIELD_MATCHES,
    source=Bilingual(
        nl="De eerste twee cijfers van de beroepscode (ISCO-08) van de baan, van eerdere beroepen en van de "
        "beroepen van het programma.",
        en="The first two digits of the occupation code (ISCO-08) of the job, of earlier occupations and of "
        "the occupations of the programme.",
    ),
    standards=(),
)

MATCH_WISH = replace(
    MATCH_FIELD,
    code="match_wish",
    title=Bilingual(nl="Werk naar wens", en="Job as wished"),
    question_text=Bilingual(
        nl="Past de eerste baan bij wat deze persoon vroeg: sector, beroep of uren?",
        en="Is the first job what this person asked for in sector, occupation or hours?",
    ),
    finding=Bilingual(nl="heeft werk naar wens", en="in a job as wished"),
    question=Question.WISH_MATCHES,
    source=Bilingual(
        nl="De wensen van de deelnemer naast de baan. Eén wens die uitkomt is genoeg. "
        "Uren mogen 4 per week verschillen.",
        en="The participant's wishes beside the job. One wish that is met is enough. Hours may differ by 4 a week.",
    ),
)

MATCH_OWN_JUDGEMENT = replace(
    MATCH_FIELD,
    code="match_own_judgement",
    title=Bilingual(nl="Tevreden met het werk", en="Satisfied with the job"),
    question_text=Bilingual(
        nl="Gaf deze persoon de eerste baan een 4 of een 5 (van 5)?",
        en="Did this person score the first job 4 or 5 out of 5?",
    ),
    finding=Bilingual(nl="is tevreden met het werk", en="satisfied with the job"),
    question=Question.OWN_JUDGEMENT,
    source=Bilingual(
        nl="De laatste beoordeling van het werk door de deelnemer.",
        en="The participant's latest rating of the job.",
    ),
)

JOB_MATCH = replace(
    MATCH_FIELD,
    code="job_match",
    title=Bilingual(nl="Passend werk", en="Job match"),
    question_text=Bilingual(
        nl="Past de eerste baan op alles wat we weten van niveau, vak, wens en eigen oordeel?",
        en="Does the first job fit in all we know of level, field, wish and own judgement?",
    ),
    finding=Bilingual(nl="heeft passend werk", en="in a job that matches"),
    question=Question.ALL_KNOWN_FLAGS_MET,
    source=Bilingual(
        nl="De vier vragen over passend werk. Minstens drie zijn bekend; anders is het geheel onbekend.",
        en="The four questions about the match. At least three are known, or else the whole is unknown.",
    ),
)

"""What the work is like that people find: contract and hours of the first job, and whether it got better."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy
from app.rules.metrics.placement import RECORDED_PLACEMENTS
from app.rules.metrics.sources import EVIDENCE

CLASSES = {
    Question.CONTRACT_IS_PERMANENT: Bilingual(nl="een vast contract", en="a permanent contract"),
    Question.CONTRACT_IS_FIXED_TERM: Bilingual(nl="een tijdelijk contract", en="a fixed-term contract"),
    Question.CONTRACT_IS_AGENCY: Bilingual(nl="een uitzendcontract", en="an agency contract"),
    Question.CONTRACT_IS_ON_CALL: Bilingual(nl="een oproepcontract", en="an on-call contract"),
    Question.HOURS_UP_TO_12: Bilingual(nl="hooguit 12 uur per week", en="at most 12 hours a week"),
    Question.HOURS_13_TO_24: Bilingual(nl="13 tot en met 24 uur per week", en="13 to 24 hours a week"),
    Question.HOURS_25_TO_32: Bilingual(nl="25 tot en met 32 uur per week", en="25 to 32 hours a week"),
    Question.HOURS_33_AND_MORE: Bilingual(nl="33 uur of meer per week", en="33 hours or more a week"),
}


def first_job(question: Question, what: Bilingual) -> Metric:
    """Whether the first job is of one class of contract or hours."""
    return Metric(
        code=f"first_job_{question}",
        version=1,
        family=Family.JOB_QUALITY,
        title=Bilingual(nl=f"Eerste baan: {what.nl}", en=f"First job: {what.en}"),
        question_text=Bilingual(
            nl=f"Had de eerste betaalde baan in het traject {what.nl}?",
            en=f"Did the first paid job in the trajectory have {what.en}?",
        ),
        finding=Bilingual(nl=f"met {what.nl} in de eerste baan", en=f"with {what.en} in the first job"),
        population=Population.PLACED,
        index=Index.FIRST_PLACEMENT,
        horizon_months=0,
        question=question,
        counts=PAID_WORK,
        unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
        exclusions=frozenset({Exclusion.DECEASED}),
        source=RECORDED_PLACEMENTS,
        team_only=True,
    )


STEP_UP = replace(
    first_job(Question.STEPPED_UP, Bilingual(nl="", en="")),
    code="step_up_12_months_after_first_job",
    title=Bilingual(nl="Stap vooruit na 12 maanden", en="Step up after 12 months"),
    question_text=Bilingual(
        nl="Had deze persoon 12 maanden na de start van de eerste baan een betere baan: vast in plaats van onzeker, "
        "genoeg uren in plaats van te weinig, of van een hoger niveau? Alleen meer loon, of alleen voor zichzelf "
        "beginnen, telt niet.",
        en="Did this person have a better job 12 months after the first job began: permanent instead of precarious, "
        "enough hours instead of too few, or of a higher level? A raise alone, or a move to self-employment alone, "
        "does not count.",
    ),
    finding=Bilingual(nl="een stap vooruit na 12 maanden", en="a step up after 12 months"),
    horizon_months=12,
    source=EVIDENCE,
)

JOB_QUALITY: dict[str, Metric] = {
    metric.code: metric for metric in (*(first_job(question, what) for question, what in CLASSES.items()), STEP_UP)
}
"""Worked out when they are asked for, and for the team only: the classes add up to everyone."""

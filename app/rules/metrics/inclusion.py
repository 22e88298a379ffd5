"""What both sides think of it a month after a job began, and whether promised jobs were kept."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy

ASKED_AFTER_A_MONTH = Bilingual(
    nl="De laatste score van 1 tot en met 5 over de eerste betaalde baan; 4 en 5 tellen als tevreden. De vraag komt na "
    "één, drie en zes maanden. Wie korter werkte dan een maand en niets zei, blijft onbekend.",
    en="The last score from 1 to 5 about the first paid job; 4 and 5 count as satisfied. The question comes after one, "
    "three and six months. Whoever worked for less than a month and said nothing stays unknown.",
)

SATISFIED_WITH_GUIDANCE = Metric(
    code="satisfied_with_guidance",
    version=1,
    family=Family.INCLUSION,
    title=Bilingual(nl="Tevreden met de begeleiding", en="Satisfied with the guidance"),
    question_text=Bilingual(
        nl="Gaf deze persoon de begeleiding een 4 of een 5 (van 5)?",
        en="Did this person score the guidance 4 or 5 out of 5?",
    ),
    finding=Bilingual(nl="is tevreden met de begeleiding", en="satisfied with the guidance"),
    population=Population.PLACED,
    index=Index.FIRST_PLACEMENT,
    horizon_months=1,
    question=Question.SATISFIED_WITH_GUIDANCE,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=ASKED_AFTER_A_MONTH,
)
FEELS_AT_HOME = replace(
    SATISFIED_WITH_GUIDANCE,
    code="feels_at_home",
    title=Bilingual(nl="Voelt zich thuis op het werk", en="Feels at home at work"),
    question_text=Bilingual(
        nl="Gaf deze persoon het gevoel bij de mensen op het werk een 4 of een 5 (van 5)?",
        en="Did this person score the feeling with the people at work 4 or 5 out of 5?",
    ),
    finding=Bilingual(nl="voelt zich thuis op het werk", en="feeling at home at work"),
    question=Question.FEELS_AT_HOME,
)
EMPLOYER_SATISFIED_WITH_PARTICIPANT = replace(
    SATISFIED_WITH_GUIDANCE,
    code="employer_satisfied_with_participant",
    title=Bilingual(nl="Werkgever tevreden met de deelnemer", en="Employer satisfied with the participant"),
    question_text=Bilingual(
        nl="Gaf de werkgever deze persoon een 4 of een 5 (van 5)?",
        en="Did the employer score this person 4 or 5 out of 5?",
    ),
    finding=Bilingual(nl="heeft een tevreden werkgever", en="with a satisfied employer"),
    question=Question.EMPLOYER_SATISFIED_WITH_PARTICIPANT,
)
EMPLOYER_SATISFIED_WITH_PROGRAMME = replace(
    SATISFIED_WITH_GUIDANCE,
    code="employer_satisfied_with_programme",
    title=Bilingual(nl="Werkgever tevreden met het programma", en="Employer satisfied with the programme"),
    question_text=Bilingual(
        nl="Gaf de werkgever van deze persoon het programma een 4 of een 5 (van 5)?",
        en="Did this person's employer score the programme 4 or 5 out of 5?",
    ),
    finding=Bilingual(
        nl="heeft een werkgever die tevreden is met het programma", en="with an employer satisfied with the programme"
    ),
    question=Question.EMPLOYER_SATISFIED_WITH_PROGRAMME,
)
JOB_GUARANTEE_KEPT = replace(
    SATISFIED_WITH_GUIDANCE,
    code="job_guarantee_kept",
    title=Bilingual(nl="Baangarantie nagekomen", en="Job guarantee kept"),
    question_text=Bilingual(
        nl="Kreeg deze persoon de baan die vooraf was beloofd?",
        en="Did this person get the job that was promised beforehand?",
    ),
    finding=Bilingual(nl="kreeg de beloofde baan", en="got the job that was promised"),
    population=Population.PROMISED,
    index=Index.PROMISE,
    horizon_months=0,
    question=Question.JOB_GUARANTEE_KEPT,
    source=Bilingual(
        nl="Wat het programma per plaatsing vastlegt: of een baan is beloofd, en of die belofte is nagekomen. Eén "
        "nagekomen belofte is genoeg.",
        en="What the programme records per placement: whether a job was promised, and whether that promise was kept. "
        "One promise that was kept is enough.",
    ),
    team_only=True,
)

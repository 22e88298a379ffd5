"""Leaving social assistance, as Statistics Netherlands and evaluators of re-integration count it."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.metric_parts import Index, Population, Question
from app.rules.standards.definition import STANDARD, StandardMeasure

WHERE_RECORDED = Bilingual(
    nl="Wat een bron zei over de bijstand van deze persoon, hooguit 31 dagen voor of na de dag waar het om gaat. "
    "Staat daar niets van vast, dan blijft het onbekend.",
    en="What a source said of this person's social assistance, at most 31 days before or after the day it is about. "
    "Where nothing was recorded it stays unknown.",
)

OFF_SOCIAL_ASSISTANCE_18_MONTHS_AFTER_FIRST_JOB = replace(
    STANDARD,
    code="off_social_assistance_18_months_after_first_job",
    title=Bilingual(
        nl="18 maanden na de eerste baan zonder bijstand", en="Off social assistance 18 months after the first job"
    ),
    question_text=Bilingual(
        nl="Had deze persoon 18 maanden na de start van de eerste baan geen bijstand?",
        en="Was this person off social assistance 18 months after the first job began?",
    ),
    finding=Bilingual(nl="zonder bijstand na 18 maanden", en="off social assistance after 18 months"),
    population=Population.PLACED,
    index=Index.FIRST_PLACEMENT,
    horizon_months=18,
    question=Question.OFF_SOCIAL_ASSISTANCE,
    source=WHERE_RECORDED,
)
OFF_SOCIAL_ASSISTANCE_24_MONTHS_AFTER_START = replace(
    OFF_SOCIAL_ASSISTANCE_18_MONTHS_AFTER_FIRST_JOB,
    code="off_social_assistance_24_months_after_start",
    title=Bilingual(nl="24 maanden na de start zonder bijstand", en="Off social assistance 24 months after the start"),
    question_text=Bilingual(
        nl="Had deze persoon 24 maanden na de start van het traject geen bijstand?",
        en="Was this person off social assistance 24 months after the start of the trajectory?",
    ),
    finding=Bilingual(nl="zonder bijstand na 24 maanden", en="off social assistance after 24 months"),
    population=Population.STARTED,
    index=Index.START,
    horizon_months=24,
)

SOCIAL_ASSISTANCE_MEASURES = (
    StandardMeasure(
        name=Bilingual(nl="CBS, duurzaam uit de bijstand", en="Statistics Netherlands, durably off social assistance"),
        metric=OFF_SOCIAL_ASSISTANCE_18_MONTHS_AFTER_FIRST_JOB,
    ),
    StandardMeasure(
        name=Bilingual(nl="Binnen twee jaar uit de bijstand", en="Off social assistance within two years"),
        metric=OFF_SOCIAL_ASSISTANCE_24_MONTHS_AFTER_START,
    ),
)

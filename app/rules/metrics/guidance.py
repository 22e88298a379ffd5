"""Whether people are guided as the programme has it. Contacts, silences and caseloads stand beside it, as figures."""

from __future__ import annotations

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Family, Index, Population, Question, UnknownPolicy

WITHIN_CONTACT_NORM = Metric(
    code="within_contact_norm",
    version=1,
    family=Family.GUIDANCE,
    title=Bilingual(nl="Op tijd gesproken", en="Spoken to in time"),
    question_text=Bilingual(
        nl="Is deze persoon op de peildatum niet langer geleden gesproken dan de norm van de fase of het programma? "
        "Wie nog nooit is gesproken, telt vanaf de start. Nazorg telt hier niet mee.",
        en="On the reference date, was the last talk with this person no longer ago than the norm of the phase or the "
        "programme? Who was never spoken to counts from the start. Aftercare is left out.",
    ),
    finding=Bilingual(nl="op tijd gesproken", en="spoken to in time"),
    population=Population.GUIDED,
    index=Index.DATE,
    horizon_months=0,
    question=Question.WITHIN_CONTACT_NORM,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset(),
    source=Bilingual(nl="Geregistreerde contacten", en="Recorded contacts"),
    team_only=True,
)

GUIDANCE: dict[str, Metric] = {WITHIN_CONTACT_NORM.code: WITHIN_CONTACT_NORM}
"""Worked out when it is asked for, and for the team only."""

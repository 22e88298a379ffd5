"""Our own numbers over mature cohorts only: quarters of which everybody's day has come."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Family
from app.rules.metrics import METRICS
from app.rules.standards.changes import Change
from app.rules.standards.definition import StandardMeasure

IN_MATURE_COHORTS = Bilingual(
    nl="Alleen wie telt vanaf een dag in een kwartaal waarvan iedereen aan de beurt is geweest.",
    en="Only who is counted from a day in a quarter of which everybody's turn has come.",
)


def over_mature_cohorts(ours: Metric) -> StandardMeasure:
    """One of our metrics, without the quarters in which somebody's day may still have to come."""
    return StandardMeasure(
        name=Bilingual(nl="Alleen rijpe groepen", en="Mature cohorts only"),
        metric=replace(
            ours,
            code=f"mature_{ours.code}",
            family=Family.STANDARD,
            title=Bilingual(nl=f"{ours.title.nl}, rijpe groepen", en=f"{ours.title.en}, mature cohorts"),
            question_text=Bilingual(
                nl=f"{ours.question_text.nl} {IN_MATURE_COHORTS.nl}",
                en=f"{ours.question_text.en} {IN_MATURE_COHORTS.en}",
            ),
            mature_only=True,
            team_only=True,
            standards=(),
        ),
        ours=ours.code,
        reasons={
            Change.LEFT_OUT: Bilingual(
                nl="in hun kwartaal kan nog iemand aan de beurt komen, of er is nog geen dag om vanaf te tellen.",
                en="in their quarter somebody's day may still have to come, or there is no day yet to count from.",
            ),
            Change.ADDED: Bilingual(
                nl="een later traject telt vanaf een kwartaal dat wel rijp is.",
                en="a later trajectory counts from a quarter that is mature.",
            ),
        },
    )


MATURE_MEASURES = tuple(
    over_mature_cohorts(METRICS[code])
    for code in ("placed_within_12_months", "in_paid_work_6_months_after_end", "retention_12_months_in_work")
)

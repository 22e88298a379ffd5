"""Why the figures of standards differ from ours, for a workbook and for the long table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.language import Language
from app.outcomes.further_figures import FurtherFigures
from app.outcomes.workbook.sheet import Sheet
from app.rules.bilingual_text import Bilingual
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow
from app.rules.sentence import Sentence
from app.rules.standards.beside_ours import BesideOurs
from app.rules.standards.definition import StandardMeasure


def rows_beside(found: Sequence[BesideOurs]) -> list[OutcomeRow]:
    """Every measure, and after it our nearest number where that is not there yet."""
    rows: dict[str, OutcomeRow] = {}
    for one in found:
        rows[one.theirs.metric] = one.theirs
        if one.ours:
            rows.setdefault(one.ours.metric, one.ours)
    return list(rows.values())


def named_by_standard(measure: StandardMeasure) -> Metric:
    """The metric of a measure, with the standard before its title."""
    name, title = measure.name, measure.metric.title
    return replace(measure.metric, title=Bilingual(nl=f"{name.nl}: {title.nl}", en=f"{name.en}: {title.en}"))


def difference_figures(found: Sequence[BesideOurs], language: Language) -> FurtherFigures:
    """Per measure and way of counting otherwise how many people, and why."""
    sheet = Sheet(
        name=Sentence("Why they differ"),
        heads=(Sentence("Counted by"), Sentence("Our number"), Sentence("How many people"), Sentence("Why")),
        lines=[
            (
                named_by_standard(one.measure).title.said_in(language),
                METRICS[one.ours.metric].title.said_in(language),
                *told,
            )
            for one in found
            if one.ours
            for told in (
                [(difference.people, difference.told().said_in(language)) for difference in one.differences]
                or [(0, one.told().said_in(language))]
            )
        ],
        widths=(44, 34, 12, 90),
    )
    lines = [
        (one.theirs.metric, "", f"differs_{difference.change}", difference.people)
        for one in found
        for difference in one.differences
    ]
    return FurtherFigures((sheet,), lines)

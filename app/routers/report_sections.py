"""The parts of a report page: metrics and curves that are read together, by family."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.outcomes.retention_overview import RetentionLine, retention_lines
from app.routers.duration_view import DurationBlock
from app.routers.own_series_view import OwnSeriesBlock
from app.routers.report_view import MetricBlock
from app.rules.metric_parts import Family
from app.rules.sentence import Sentence

NAMES: Mapping[Family, Sentence] = {
    Family.SELECTION: Sentence("Selection"),
    Family.PLACEMENT: Sentence("Placement"),
    Family.RETENTION: Sentence("Staying in work"),
    Family.JOB_MATCH: Sentence("Work that suits"),
    Family.LANGUAGE: Sentence("Language"),
    Family.INCLUSION: Sentence("Satisfaction"),
    Family.JOB_QUALITY: Sentence("What the work is like"),
    Family.GUIDANCE: Sentence("Guidance"),
    Family.EXIT: Sentence("How people leave"),
    Family.STANDARD: Sentence("As standards count it"),
    Family.OWN: Sentence("Own metrics"),
}


@dataclass(frozen=True)
class ReportSection:
    """One family: its name, and the word for it in an address."""

    code: str
    name: Sentence
    blocks: Sequence[MetricBlock]
    durations: Sequence[DurationBlock]
    series: Sequence[OwnSeriesBlock] = ()
    retention: Sequence[RetentionLine] = ()
    """The variants of staying in work beside each other, in the family that they are of."""


def sections(
    blocks: Iterable[MetricBlock], durations: Iterable[DurationBlock], series: Iterable[OwnSeriesBlock] = ()
) -> list[ReportSection]:
    """The families that have anything to show, in their order."""
    blocks, durations, series = list(blocks), list(durations), list(series)
    found = [
        ReportSection(
            code=f"family-{family}",
            name=NAMES.get(family, Sentence("Other metrics")),
            blocks=[block for block in blocks if block.metric.family is family],
            durations=[block for block in durations if block.metric.family is family],
            series=series if family is Family.OWN else (),
            retention=retention_lines((block.metric, block.lines[0].row) for block in blocks)
            if family is Family.RETENTION
            else (),
        )
        for family in Family
    ]
    return [section for section in found if section.blocks or section.durations or section.series]

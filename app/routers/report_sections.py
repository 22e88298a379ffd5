"""The parts of a report page: metrics and curves that are read together, by family."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.outcomes.retention_overview import RetentionLine, retention_lines
from app.routers.duration_view import DurationBlock
from app.routers.report_view import MetricBlock
from app.rules.durations import Duration
from app.rules.metric_definition import Family
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
READ_WITH = {Duration.TIME_TO_FIRST_PLACEMENT: Family.PLACEMENT, Duration.TIME_IN_FIRST_JOB: Family.RETENTION}


@dataclass(frozen=True)
class ReportSection:
    """One family: its name, and the word for it in an address."""

    code: str
    name: Sentence
    blocks: Sequence[MetricBlock]
    durations: Sequence[DurationBlock]
    retention: Sequence[RetentionLine] = ()
    """The variants of staying in work beside each other, in the family that they are of."""


def sections(blocks: Iterable[MetricBlock], durations: Iterable[DurationBlock]) -> list[ReportSection]:
    """The families that have anything to show, in their order."""
    blocks, durations = list(blocks), list(durations)
    found = [
        ReportSection(
            code=f"family-{family}",
            name=NAMES.get(family, Sentence("Other metrics")),
            blocks=[block for block in blocks if block.metric.family is family],
            durations=[block for block in durations if READ_WITH[block.metric.code] is family],
            retention=retention_lines((block.metric, block.lines[0].row) for block in blocks)
            if family is Family.RETENTION
            else (),
        )
        for family in Family
    ]
    return [section for section in found if section.blocks or section.durations]

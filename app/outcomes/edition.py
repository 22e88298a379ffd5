"""The content of an edition: written once, as bytes, and read back as the rows of a report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.models import OutcomeEdition, OutcomeReport
from app.models.outcome import MetricPublic
from app.outcomes.duration_formats import duration_object, duration_of
from app.outcomes.durations import PublishedDuration
from app.outcomes.formats import NUMBERS, json_object
from app.outcomes.language_matrices import Matrices
from app.outcomes.language_matrix_formats import matrices_of, matrix_objects
from app.outcomes.moment_format import in_utc
from app.outcomes.references import reference_objects, references_of
from app.outcomes.report import ReportRequest
from app.outcomes.statement import Dimension, Grouping
from app.rules.disclosure import SUPPRESSED, PublishedRow
from app.rules.metric_definition import Metric
from app.rules.metrics import PUBLISHED
from app.rules.reference_comparison import Reference


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What is published, when, and of whom the report is: the name of a programme or of a municipality."""

    report: OutcomeReport
    number: int
    programme: str | None
    municipality: str | None
    as_of: date
    known_at: datetime
    threshold: int
    rows: Sequence[PublishedRow]
    durations: Sequence[PublishedDuration] = ()
    own_metrics: Sequence[Metric] = ()
    levels: Matrices = field(default_factory=dict)
    references: Sequence[Reference] = ()


def request_of(
    about: OutcomeReport | OutcomeEdition, group_by: Grouping, *, as_of: date, known_at: datetime
) -> ReportRequest:
    """The whole of what a saved report is part of: every published metric, because parts would give each other away."""
    return ReportRequest(
        metrics=tuple(PUBLISHED.values()),
        as_of=as_of,
        known_at=known_at,
        programmes=frozenset({about.programme_id}) if about.programme_id else None,
        municipalities=frozenset({about.municipality_code}) if about.municipality_code else None,
        group_by=group_by,
    )


def split_by(*names: str | None) -> Grouping:
    """What a saved report is split by: the names that are there, as dimensions."""
    return tuple(Dimension(name) for name in names if name)


def grouping_of(content: Mapping[str, Any]) -> Grouping:
    """What the content of an edition is split by; by one thing at most in one from before there could be two."""
    report = content["report"]
    return split_by(report["groupBy"], report.get("andBy"))


def content_of(published: Publication) -> bytes:
    """What is published, as JSON with its own definitions, so that it means the same in ten years."""
    report = published.report
    metrics = PUBLISHED | {metric.code: metric for metric in published.own_metrics}
    used = dict.fromkeys(row.metric for row in published.rows)
    content = {
        "report": {
            "id": str(report.id),
            "title": report.title,
            "programme": published.programme,
            "municipality": published.municipality,
            "groupBy": report.group_by,
            "andBy": report.and_by,
        },
        "edition": published.number,
        "asOf": published.as_of.isoformat(),
        "knownAt": in_utc(published.known_at),
        "threshold": published.threshold,
        "metrics": [MetricPublic.of(metrics[code]).model_dump(mode="json", by_alias=True) for code in used],
        "results": [json_object(row) for row in published.rows],
        "durations": [duration_object(row) for row in published.durations],
        "languageLevels": matrix_objects(published.levels),
        "references": reference_objects(published.references, published.rows),
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def rows_of(content: Mapping[str, Any]) -> list[PublishedRow]:
    """The rows of the content of an edition, in their order."""
    return [_row(each) for each in content["results"]]


def durations_of(content: Mapping[str, Any]) -> list[PublishedDuration]:
    """The curves in the content of an edition; none in one from before they were published."""
    return [duration_of(each) for each in content.get("durations", ())]


def levels_of(content: Mapping[str, Any]) -> Matrices:
    """The language levels in the content of an edition; none in one from before they were published."""
    return matrices_of(content.get("languageLevels", ()))


def references_in(content: Mapping[str, Any]) -> list[Reference]:
    """The figures from elsewhere in the content of an edition; none in one from before they stood in it."""
    return references_of(content.get("references", ()))


def _row(told: Mapping[str, Any]) -> PublishedRow:
    numbers: dict[str, Any] = {
        field: SUPPRESSED if told[name] == "suppressed" else told[name] for field, name in NUMBERS.items()
    }
    return PublishedRow(
        metric=told["metric"],
        version=told["version"],
        group=told["group"],
        suppressed=told["suppressed"],
        as_of=date.fromisoformat(told["asOf"]),
        known_at=datetime.fromisoformat(told["knownAt"]),
        **numbers,
    )

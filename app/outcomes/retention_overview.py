"""Staying in work at a glance: the three variants beside each other, after each number of months, for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.outcomes.formats import AnyRow
from app.rules.disclosure import PublishedCount
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Family, Question
from app.rules.sentence import Sentence

VARIANTS = {
    Question.IN_WORK: Sentence("In work"),
    Question.IN_WORK_WITHOUT_INTERRUPTION: Sentence("In work without interruption"),
    Question.WITH_SAME_EMPLOYER: Sentence("With the same employer"),
}
"""The three ways to stay, in the order in which they ask for more; the definition decides the number."""

LEFT, TOP, WIDTH, HEIGHT = 44, 10, 340, 160
"""Of the drawing, in its own units."""


@dataclass(frozen=True)
class RetentionPoint:
    """One variant after some months: the rate as a fraction and where it is drawn, None where there is none."""

    months: int
    rate: float | None
    due: PublishedCount | None
    x: float
    y: float | None


@dataclass(frozen=True)
class RetentionLine:
    """One variant; `path` joins the months of which there is a rate, from everyone on the first day."""

    variant: Question
    name: Sentence
    points: Sequence[RetentionPoint]
    path: str


def retention_lines(rows: Iterable[tuple[Metric, AnyRow]]) -> list[RetentionLine]:
    """The variants that are asked; none when no rate of any of them may be shown."""
    found = [(metric, row) for metric, row in rows if metric.family is Family.RETENTION and metric.question in VARIANTS]
    if not any(row.rate is not None for _, row in found):
        return []
    months = sorted({metric.horizon_months for metric, _ in found})
    asked = {metric.question for metric, _ in found}
    return [_line(variant, found, months) for variant in VARIANTS if variant in asked]


def _line(variant: Question, found: Sequence[tuple[Metric, AnyRow]], months: Sequence[int]) -> RetentionLine:
    rows = {metric.horizon_months: row for metric, row in found if metric.question is variant}
    points = [_point(month, rows.get(month), months[-1]) for month in months]
    drawn = [(LEFT, TOP), *((point.x, point.y) for point in points if point.y is not None)]
    return RetentionLine(variant, VARIANTS[variant], points, "M" + "L".join(f"{x} {y}" for x, y in drawn))


def _point(month: int, row: AnyRow | None, longest: int) -> RetentionPoint:
    x = round(LEFT + WIDTH * month / longest, 1)
    if row is None or row.rate is None:
        return RetentionPoint(month, None, row.due if row else None, x, None)
    return RetentionPoint(month, row.rate, row.due, x, round(TOP + HEIGHT * (1 - row.rate), 1))

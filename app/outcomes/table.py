"""A report as text for a terminal: per metric the sentence, then a table with a line per group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app.language import Language
from app.outcomes.sentence import percent, sentence
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow
from app.rules.standards import REGISTRY

HEADS = (
    "group",
    "cohort",
    "excluded",
    "not yet due",
    "due",
    "yes",
    "no",
    "unanswered",
    "unreachable",
    "refused",
    "answered",
    "rate",
    "bounds",
    "95 % interval",
)


def readable(rows: Iterable[OutcomeRow], own: Sequence[Metric] = ()) -> str:
    """The whole report; rows of one metric are put together, the total first; the programme's own metrics come last."""
    metrics = REGISTRY | {metric.code: metric for metric in own}
    order = list(metrics)
    by_metric = sorted(rows, key=lambda row: order.index(row.metric))
    parts = [_of_metric(metrics[code], list(group)) for code, group in groupby(by_metric, key=lambda row: row.metric)]
    first = by_metric[0]
    moment = first.known_at.isoformat(sep=" ", timespec="minutes")
    return "\n\n".join((f"As of {first.as_of.isoformat()}, from what was known at {moment}.", *parts))


def _of_metric(metric: Metric, rows: Sequence[OutcomeRow]) -> str:
    words = sentence(rows[0], metric, Language.ENGLISH)
    lines = [HEADS, *(tuple(_cells(row)) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    title = f"{metric.title.en} ({metric.code}, version {metric.version})"
    return "\n".join((title, f"  {words[0].upper()}{words[1:]}", *(_aligned(line, widths) for line in lines)))


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    name, *numbers = line
    cells = [name.ljust(widths[0]), *(text.rjust(width) for text, width in zip(numbers, widths[1:], strict=True))]
    return "  " + "  ".join(cells)


def _cells(row: OutcomeRow) -> Iterator[str]:
    yield ", ".join(value or "unknown" for value in row.group.values()) or "everyone"
    counts = (row.cohort, row.excluded, row.not_yet_due, row.due, row.yes, row.no)
    for count in (*counts, row.unanswered, row.unreachable, row.refused):
        yield str(count)
    yield percent(row.response_rate)
    yield percent(row.rate)
    yield _between(row.lower, row.upper)
    yield _between(row.interval_low, row.interval_high)


def _between(low: float | None, high: float | None) -> str:
    return "–" if low is None or high is None else f"{percent(low)} – {percent(high)}"

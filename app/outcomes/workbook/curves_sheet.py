"""The curves of a report: a line per told month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.outcomes.duration_formats import AnyDuration, told
from app.outcomes.duration_sentence import shown_share
from app.outcomes.workbook.sheet import Cell, Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.sentence import Sentence


def curves_sheet(durations: Sequence[AnyDuration], words: WorkbookWords) -> Sheet | None:
    """How many are still followed, and how the curve stands with its interval; None without curves."""
    if not durations:
        return None
    return Sheet(
        name=Sentence("Curves"),
        heads=(
            Sentence("Metric"),
            Sentence("After months"),
            Sentence("Still followed"),
            Sentence("Share"),
            Sentence("95%% interval from"),
            Sentence("95%% interval to"),
            Sentence("What the share is of"),
        ),
        lines=[line for row in durations for line in _lines(row, words)],
        widths=(34, 10, 14, 14, 14, 14),
    )


def _lines(row: AnyDuration, words: WorkbookWords) -> Iterator[Sequence[Cell]]:
    metric = row.metric
    title, curve = metric.title.said_in(words.language), metric.curve.said_in(words.language)
    if row.curve is None:
        yield title, Sentence("withheld")
    for months, step in told(row):
        ends = [None if end is None else shown_share(metric, end) for end in (step.low, step.high)]
        low, high = reversed(ends) if metric.counts_up else ends
        yield title, months, step.at_risk, shown_share(metric, step.share), low, high, curve

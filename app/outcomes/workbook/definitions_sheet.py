"""What every metric of a report means, and why its number is what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.outcomes.definition import definition
from app.outcomes.duration_formats import AnyDuration
from app.outcomes.explanation import explanation
from app.outcomes.formats import AnyRow
from app.outcomes.workbook.sheet import Cell, Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.durations import DurationMetric
from app.rules.sentence import Sentence


def definitions_sheet(rows: Iterable[AnyRow], durations: Iterable[AnyDuration], words: WorkbookWords) -> Sheet:
    """Per metric a line for each thing that is told of it."""
    of_metrics = (line for row in rows if not row.group for line in _of_metric(row, words))
    of_durations = (line for one in durations for line in _of_duration(one.metric, words))
    return Sheet(
        name=Sentence("Definitions"),
        heads=(
            Sentence("Metric"),
            Sentence("Version"),
            Sentence("Title"),
            Sentence("What"),
            Sentence("How we count this"),
        ),
        lines=[*of_metrics, *of_durations],
        widths=(34, 8, 34, 32, 90),
    )


def _of_metric(row: AnyRow, words: WorkbookWords) -> Iterator[Sequence[Cell]]:
    """Its question, its definition part by part, its source, and why its number is what it is."""
    metric = words.metric(row.metric)
    told = [(Sentence("The question"), metric.question_text.said_in(words.language))]
    told += [(what, ", ".join(words.put(part) for part in how)) for what, how in definition(metric)]
    told.append((Sentence("Source"), metric.source.said_in(words.language)))
    told.append((Sentence("Why this number?"), " ".join(words.put(one) for one in explanation(row, metric))))
    for what, how_in_words in told:
        yield metric.code, metric.version, metric.title.said_in(words.language), what, how_in_words


def _of_duration(metric: DurationMetric, words: WorkbookWords) -> Iterator[Sequence[Cell]]:
    told = (
        (Sentence("The question"), metric.question_text.said_in(words.language)),
        (Sentence("How we count this"), metric.how.said_in(words.language)),
    )
    for what, how_in_words in told:
        yield metric.code, metric.version, metric.title.said_in(words.language), what, how_in_words

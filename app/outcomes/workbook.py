"""A report as an .xlsx workbook: what it is about, the numbers, one long table, and what every metric means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format

from app.language import Language
from app.outcomes.cross_table import CrossTable, Group
from app.outcomes.definition import definition
from app.outcomes.duration_formats import AnyDuration, duration_lines, told
from app.outcomes.duration_sentence import shown_share
from app.outcomes.explanation import explanation
from app.outcomes.formats import NUMBERS, AnyRow, group_as_text
from app.outcomes.further_figures import NO_FURTHER_FIGURES, FurtherFigures, FurtherLine, Sheet
from app.outcomes.language_matrices import NO_LEVELS, Matrices
from app.outcomes.language_matrix_formats import matrix_lines
from app.outcomes.references import compared
from app.rules.disclosure import Suppressed
from app.rules.language_matrix import LEVELS
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.reference_comparison import Reference
from app.rules.sentence import Sentence

HEADS = {
    "cohort": Sentence("All"),
    "excluded": Sentence("Left out"),
    "not_yet_due": Sentence("Not yet due"),
    "due": Sentence("Due"),
    "yes": Sentence("Yes"),
    "no": Sentence("No"),
    "unanswered": Sentence("Not answered"),
    "unreachable": Sentence("Unreachable"),
    "refused": Sentence("Refused"),
    "response_rate": Sentence("Answered"),
    "rate": Sentence("Rate"),
    "lower": Sentence("Lower bound"),
    "upper": Sentence("Upper bound"),
    "interval_low": Sentence("95%% interval from"),
    "interval_high": Sentence("95%% interval to"),
}
Cell = str | int | float | Decimal | None


@dataclass(frozen=True, kw_only=True)
class WorkbookWords:
    """How the workbook speaks: the reader's language, how a sentence is put, and what a group is called.

    `own` are the programme's own metrics that the rows may be about. `cross` makes a table of the rows of a metric that
    is split by two things.
    """

    language: Language
    put: Callable[[Sentence], str]
    group: Callable[[Group], str]
    own: Sequence[Metric] = ()
    cross: Callable[[Sequence[AnyRow]], CrossTable | None] = lambda _: None

    def metric(self, code: str) -> Metric:
        """The metric that a row is about."""
        return next((metric for metric in self.own if metric.code == code), None) or METRICS[code]

    def title(self, code: str) -> str:
        """What the metric is called."""
        return self.metric(code).title.said_in(self.language)


def report_workbook(
    rows: Sequence[AnyRow],
    durations: Sequence[AnyDuration] = (),
    levels: Matrices = NO_LEVELS,
    references: Sequence[Reference] = (),
    *,
    about: Iterable[tuple[Sentence, str]],
    words: WorkbookWords,
    known_at: datetime,
    further: FurtherFigures = NO_FURTHER_FIGURES,
) -> bytes:
    """The workbook; the same report gives the same bytes. Text is written as text, so that nothing in it can run."""
    target = BytesIO()
    put = words.put
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": known_at.astimezone(UTC).replace(tzinfo=None)})
        formats = Formats(workbook)
        _sheet(workbook, formats, put(Sentence("About this report")), (), _about(about, put), (32, 90))
        _sheet(workbook, formats, put(Sentence("Numbers")), _number_heads(put), _numbers(rows, words), (34, 26))
        if crossed := _crossed(rows, words):
            heads = (put(Sentence("Metric")), put(Sentence("Group")), *next(iter(crossed.values())).columns)
            lines = _cross_lines(crossed, words)
            _sheet(workbook, formats, put(Sentence("Rows and columns")), heads, lines, (34, 26))
        if durations:
            heads = tuple(put(head) for head in DURATION_HEADS)
            _sheet(
                workbook, formats, put(Sentence("Curves")), heads, _curves(durations, words), (34, 10, 14, 14, 14, 14)
            )
        if levels:
            heads = tuple(put(head) for head in LEVEL_HEADS)
            _sheet(workbook, formats, put(Sentence("Language levels")), heads, _levels(levels, words), (34, 16, 16, 14))
        for sheet in further.sheets:
            heads = tuple(put(head) for head in sheet.heads)
            _sheet(workbook, formats, put(sheet.name), heads, _told(sheet, put), sheet.widths)
        if held := list(_references(references, rows, words)):
            heads = tuple(put(head) for head in REFERENCE_HEADS)
            name = put(Sentence("Figures from elsewhere"))
            _sheet(workbook, formats, name, heads, held, (34, 34, 34, 12, 12, 12, 12, 12, 12, 60))
        _sheet(
            workbook,
            formats,
            put(Sentence("Long table")),
            LONG_HEADS,
            _long(rows, durations, levels, further.lines),
            (34, 34, 16, 12),
        )
        heads = tuple(put(head) for head in DEFINITION_HEADS)
        _sheet(
            workbook,
            formats,
            put(Sentence("Definitions")),
            heads,
            _definitions(rows, durations, words),
            (34, 8, 34, 32, 90),
        )
    return target.getvalue()


class Formats:
    """How cells look."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self.head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.share = workbook.add_format({"num_format": "0%", "valign": "top"})
        self.count = workbook.add_format({"num_format": "#,##0", "valign": "top"})
        self.amount = workbook.add_format({"num_format": "#,##0.00", "valign": "top"})

    def of(self, number: float | Decimal) -> Format:
        """How a number looks: a float is a share, a Decimal any other that is not whole."""
        if isinstance(number, Decimal):
            return self.amount
        return self.share if isinstance(number, float) else self.count


LONG_HEADS = ("metric", "group", "state", "value")
DURATION_HEADS = (
    Sentence("Metric"),
    Sentence("After months"),
    Sentence("Still followed"),
    Sentence("Share"),
    Sentence("95%% interval from"),
    Sentence("95%% interval to"),
    Sentence("What the share is of"),
)
LEVEL_HEADS = (Sentence("Metric"), Sentence("Level at the start"), Sentence("Level now"), Sentence("How many people"))
REFERENCE_HEADS = (
    Sentence("Metric"),
    Sentence("What is counted there"),
    Sentence("Where from"),
    Sentence("Their number of people"),
    Sentence("Their share"),
    Sentence("Our share"),
    Sentence("Ours less theirs"),
    Sentence("95%% interval from"),
    Sentence("95%% interval to"),
    Sentence("What it means"),
)
DEFINITION_HEADS = (
    Sentence("Metric"),
    Sentence("Version"),
    Sentence("Title"),
    Sentence("What"),
    Sentence("How we count this"),
)


def _sheet(
    workbook: xlsxwriter.Workbook,
    formats: Formats,
    name: str,
    heads: Sequence[str],
    lines: Iterable[Sequence[Cell]],
    widths: Sequence[int],
) -> None:
    sheet = workbook.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats.head)
    last = 0
    for last, line in enumerate(lines, start=1 if heads else 0):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(last, column, cell, formats.text)
            elif cell is not None:
                sheet.write_number(last, column, cell, formats.of(cell))
    if heads:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _about(about: Iterable[tuple[Sentence, str]], put: Callable[[Sentence], str]) -> Iterable[Sequence[Cell]]:
    return ((put(what), value) for what, value in about)


def _number_heads(put: Callable[[Sentence], str]) -> tuple[str, ...]:
    return (put(Sentence("Metric")), put(Sentence("Group")), *(put(head) for head in HEADS.values()))


def _numbers(rows: Iterable[AnyRow], words: WorkbookWords) -> Iterable[Sequence[Cell]]:
    """A line per metric and group; a withheld count says so, a rate that does not exist is empty."""
    withheld = words.put(Sentence("withheld"))
    for row in rows:
        values = (getattr(row, field) for field in HEADS)
        yield (
            words.title(row.metric),
            words.group(row.group),
            *(withheld if isinstance(value, Suppressed) else value for value in values),
        )


def _crossed(rows: Sequence[AnyRow], words: WorkbookWords) -> dict[str, CrossTable]:
    """The table of each metric, by its code; nothing where the rows are not split by two things."""
    by_metric: dict[str, list[AnyRow]] = {}
    for row in rows:
        by_metric.setdefault(row.metric, []).append(row)
    return {code: table for code, of_metric in by_metric.items() if (table := words.cross(of_metric))}


def _cross_lines(crossed: Mapping[str, CrossTable], words: WorkbookWords) -> Iterable[Sequence[Cell]]:
    """Per metric and group of what goes down, the rate for each group of what goes across."""
    for code, table in crossed.items():
        for name, cells in table.lines:
            yield words.title(code), name, *(_rate(row, words) for row in cells)


def _rate(row: AnyRow | None, words: WorkbookWords) -> Cell:
    """A rate; a word where it is withheld, and nothing where there is none."""
    if row is None or row.rate is not None:
        return row.rate if row else None
    return words.put(Sentence("withheld")) if row.suppressed else None


def _curves(durations: Iterable[AnyDuration], words: WorkbookWords) -> Iterable[Sequence[Cell]]:
    """A line per told month: how many are still followed, and how the curve stands with its interval."""
    for row in durations:
        metric = row.metric
        title, curve = metric.title.said_in(words.language), metric.curve.said_in(words.language)
        if row.curve is None:
            yield title, words.put(Sentence("withheld"))
        for months, step in told(row):
            ends = [None if end is None else shown_share(metric, end) for end in (step.low, step.high)]
            low, high = reversed(ends) if metric.counts_up else ends
            yield title, months, step.at_risk, shown_share(metric, step.share), low, high, curve


def _long(
    rows: Iterable[AnyRow], durations: Iterable[AnyDuration], levels: Matrices, further: Iterable[FurtherLine]
) -> Iterable[Sequence[Cell]]:
    """The same lines as the CSV, in the words of the API."""
    for row in rows:
        for field in NUMBERS:
            value = getattr(row, field)
            yield row.metric, group_as_text(row), field, value.value if isinstance(value, Suppressed) else value
    for duration in durations:
        yield from duration_lines(duration)
    yield from matrix_lines(levels)
    yield from further


def _references(
    references: Iterable[Reference], rows: Sequence[AnyRow], words: WorkbookWords
) -> Iterable[Sequence[Cell]]:
    """A line per figure from elsewhere: that share, ours of everyone, and the difference with its interval."""
    for one, row, found in compared(references, rows):
        difference = (found.difference, found.low, found.high) if found else (None, None, None)
        yield (
            words.title(one.metric),
            *(one.what, one.where, one.people, one.share, row.rate),
            *difference,
            words.put(one.meaning),
        )


def _told(sheet: Sheet, put: Callable[[Sentence], str]) -> Iterable[Sequence[Cell]]:
    return ([put(cell) if isinstance(cell, Sentence) else cell for cell in line] for line in sheet.lines)


def _levels(levels: Matrices, words: WorkbookWords) -> Iterable[Sequence[Cell]]:
    """A line per skill, level at the start and level now; of what is published the rest is withheld."""
    for code, matrix in levels.items():
        title = METRICS[code].title.said_in(words.language)
        for (start, now), people in matrix.cells.items():
            yield title, LEVELS[start], LEVELS[now], people
        if not matrix.exact:
            yield title, words.put(Sentence("All others")), None, words.put(Sentence("withheld"))


def _definitions(
    rows: Iterable[AnyRow], durations: Iterable[AnyDuration], words: WorkbookWords
) -> Iterable[Sequence[Cell]]:
    """Per metric its question, its definition part by part, its source, and why its number is what it is."""
    for row in rows:
        if row.group:
            continue
        metric = words.metric(row.metric)
        title = metric.title.said_in(words.language)
        told = [(Sentence("The question"), metric.question_text.said_in(words.language))]
        told += [(what, ", ".join(words.put(part) for part in how)) for what, how in definition(metric)]
        told.append((Sentence("Source"), metric.source.said_in(words.language)))
        told.append((Sentence("Why this number?"), " ".join(words.put(one) for one in explanation(row, metric))))
        for what, how_in_words in told:
            yield metric.code, metric.version, title, words.put(what), how_in_words
    for duration in durations:
        timed = duration.metric
        title = timed.title.said_in(words.language)
        told_of = (
            (Sentence("The question"), timed.question_text.said_in(words.language)),
            (Sentence("How we count this"), timed.how.said_in(words.language)),
        )
        for what, how_in_words in told_of:
            yield timed.code, timed.version, title, words.put(what), how_in_words

"""What a report page shows of each metric: the sentence, the chart, the table and the definition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from app.language import Language, say
from app.outcomes.chart import ChartLine, chart
from app.outcomes.comparison_chart import Dot, dots, reach
from app.outcomes.cross_table import CrossTable, cross_table
from app.outcomes.definition import definition
from app.outcomes.explanation import explanation
from app.outcomes.group_names import VALUE_NAMES, value_name
from app.outcomes.language_matrices import NO_LEVELS, Matrices
from app.outcomes.sentence import percent, sentence
from app.outcomes.statement import Dimension, Grouping
from app.outcomes.states_chart import BarPart, bar_parts
from app.routers.language_matrix_view import MatrixBlock, matrix_block
from app.routers.rate_words import cell_words, without_rate
from app.routers.reference_words import points, reference_sentences
from app.routers.report_request import GROUPING_NAMES, within
from app.rules.comparison import Comparison, comparisons
from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.language_matrix import LanguageMatrix
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import WEAK_RESPONSE, OutcomeRow
from app.rules.reference_comparison import Reference
from app.rules.report_cells import COUNT_FIELDS
from app.rules.sentence import Sentence

AnyRow = OutcomeRow | PublishedRow


@dataclass(frozen=True)
class Line:
    """One group of a metric."""

    label: str
    row: AnyRow
    people: str | None = None
    """Where the people behind it are, for who may see them."""
    states: Sequence[BarPart] | None = None
    """The people by state as parts of a bar; None where that is withheld."""


@dataclass(frozen=True)
class ComparedLine:
    """One difference in points with the ends of its interval, in words and as a dot."""

    label: str
    difference: str
    low: str
    high: str
    dot: Dot


@dataclass(frozen=True)
class ComparisonBlock:
    """The groups of a metric beside each other; `reach` is how many points the picture shows to either side."""

    words: str
    lines: Sequence[ComparedLine]
    reach: int


@dataclass(frozen=True)
class CrossBlock:
    """A metric split by two things: columns by name, and lines with for each column what its cell says.

    There are no lines where no group has a number to show.
    """

    down: Sentence
    across: Sentence
    columns: Sequence[str]
    lines: Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True)
class MetricBlock:
    """One metric on the page; the first line is everyone."""

    metric: Metric
    title: str
    question: str
    sentence: str
    source: str
    is_weak: bool
    lines: Sequence[Line]
    charted: Sequence[Line]
    """Everyone and, where it is split by two things, the groups of the first alone."""
    cross: CrossBlock | None
    chart: str
    """Empty where no share at all may be shown."""
    in_words: str
    definition: Sequence[tuple[Sentence, Sequence[Sentence]]]
    why: Sequence[Sentence]
    withheld: int
    comparison: ComparisonBlock | None
    references: Sequence[tuple[Sentence, Sentence]]
    levels: MatrixBlock | None


@dataclass(frozen=True)
class ReportView:
    """Puts rows on a page in a reader's language. `municipalities` gives names by CBS code.

    `people` is the address where the people of a metric are, with its own query; None for who may not see them.
    `own` are the programme's own metrics that the rows may be about, beside those of the registry, and `references`
    the figures from elsewhere that the programme holds its results against. `axes` are the things that it is split by.
    """

    language: Language
    municipalities: Mapping[str, str]
    people: str | None = None
    own: Sequence[Metric] = ()
    references: Sequence[Reference] = ()
    axes: Sequence[Grouping] = ()

    def blocks(self, rows: Sequence[AnyRow], levels: Matrices = NO_LEVELS) -> list[MetricBlock]:
        """One block per metric, in the order of the registry; a programme's own metrics come last."""
        metrics = METRICS | {metric.code: metric for metric in self.own}
        by_metric = {code: [row for row in rows if row.metric == code] for code in metrics}
        return [
            self._block(metrics[code], of_metric, levels.get(code))
            for code, of_metric in by_metric.items()
            if of_metric
        ]

    def _block(self, metric: Metric, rows: Sequence[AnyRow], levels: LanguageMatrix | None) -> MetricBlock:
        lines = [Line(self.group_name(row.group), row, self._people_of(row), bar_parts(row)) for row in rows]
        charted = [
            replace(line, label=self.values(line.row.group)) for line in lines if self._is_charted(line.row.group)
        ]
        words = sentence(rows[0], metric, self.language)
        response = rows[0].response_rate
        title = metric.title.said_in(self.language)
        return MetricBlock(
            metric=metric,
            title=title,
            question=metric.question_text.said_in(self.language),
            sentence=f"{words[0].upper()}{words[1:]}.",
            source=metric.source.said_in(self.language),
            is_weak=response is not None and response < WEAK_RESPONSE,
            lines=lines,
            charted=charted,
            cross=self._cross(self.cross_table(rows)),
            chart=chart([self._chart_line(line) for line in charted])
            if any(_has_any_share(line.row) for line in charted)
            else "",
            in_words="; ".join(self._in_words(line) for line in charted),
            definition=definition(metric),
            why=explanation(rows[0], metric),
            withheld=sum(isinstance(value, Suppressed) for row in rows for value in _counts(row)),
            comparison=self._comparison(charted),
            references=reference_sentences(self.references, rows[0]),
            levels=matrix_block(levels, title, self.language) if levels else None,
        )

    def _is_charted(self, group: Mapping[str, str | None]) -> bool:
        return len(self.axes) != 2 or group.keys() <= set(self.axes[0])

    def _cross(self, table: CrossTable | None) -> CrossBlock | None:
        if table is None:
            return None
        names = GROUPING_NAMES[table.down[-1]], GROUPING_NAMES[table.across[-1]]
        groups = (row for _, cells in table.lines for row in cells if row and row.group)
        if all(row.rate is None for row in groups):
            return CrossBlock(*names, table.columns, ())
        lines = [(name, [cell_words(row, self.language) for row in cells]) for name, cells in table.lines]
        return CrossBlock(*names, table.columns, lines)

    def _comparison(self, lines: Sequence[Line]) -> ComparisonBlock | None:
        found = comparisons([line.row for line in lines])
        if not found:
            return None
        labels = {id(line.row): line.label for line in lines}
        return ComparisonBlock(
            words=say(self._compared_in_words(found, labels), self.language),
            lines=[
                ComparedLine(labels[id(one.row)], points(one.difference), points(one.low), points(one.high), dot)
                for one, dot in zip(found, dots(found), strict=True)
            ],
            reach=reach(found),
        )

    @staticmethod
    def _compared_in_words(found: Sequence[Comparison], labels: Mapping[int, str]) -> Sentence:
        first = found[0]
        if first.against is None:
            return Sentence("Each group less all the others together.")
        return Sentence(
            "%(one)s less %(other)s: %(difference)s points. "
            "Chance alone leaves room between %(low)s and %(high)s points.",
            one=labels[id(first.row)],
            other=labels[id(first.against)],
            difference=points(first.difference),
            low=points(first.low),
            high=points(first.high),
        )

    def _people_of(self, row: AnyRow) -> str | None:
        if self.people is None:
            return None
        return f"{self.people}&{urlencode([('metric', row.metric), *within(row.group)])}"

    def cross_table(self, rows: Sequence[AnyRow]) -> CrossTable | None:
        """The rows of one metric as a table, where it is split by two things."""
        return cross_table(rows, self.axes, self.values)

    def group_name(self, group: Mapping[str, str | None]) -> str:
        """What a group is called; the empty one is everyone. Where there are two things, one alone names its own."""
        alone = next((axis[-1] for axis in self.axes if group.keys() == set(axis)), None)
        if alone is None or len(self.axes) != 2:
            return self.values(group)
        return f"{say(GROUPING_NAMES[alone], self.language)}: {self.values(group)}"

    def values(self, group: Mapping[str, str | None]) -> str:
        """The values of a group, as people name them."""
        if not group:
            return say(Sentence("Everyone"), self.language)
        return ", ".join(self.value(dimension, value) for dimension, value in group.items())

    def value(self, dimension: str, value: str | None) -> str:
        """A group as people name it."""
        if value is None:
            return say(Sentence("Unknown"), self.language)
        if dimension == Dimension.MUNICIPALITY:
            return self.municipalities.get(value, value)
        name = say(value_name(dimension, value), self.language)
        return f"{name[:1].upper()}{name[1:]}" if dimension in VALUE_NAMES else name

    def _chart_line(self, line: Line) -> ChartLine:
        row = line.row
        note = say(without_rate(row), self.language)
        return ChartLine(line.label, row.lower, row.rate, row.upper, note, row.interval_low, row.interval_high)

    def _in_words(self, line: Line) -> str:
        row = line.row
        if row.rate is None:
            return f"{line.label}: {say(without_rate(row), self.language)}"
        words = Sentence(
            "%(rate)s, between %(lower)s and %(upper)s",
            rate=percent(row.rate),
            lower=percent(row.lower),
            upper=percent(row.upper),
        )
        return f"{line.label}: {say(words, self.language)}"


def _has_any_share(row: AnyRow) -> bool:
    return row.lower is not None or row.rate is not None


def _counts(row: AnyRow) -> Iterator[object]:
    return (getattr(row, count) for count in COUNT_FIELDS)

"""What the page of a series shows of everyone and of each group, and of two groups beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from app.language import Language, say
from app.outcomes.series import SeriesRow, differences, two_largest
from app.outcomes.series_chart import series_chart
from app.outcomes.series_sentence import series_sentence
from app.routers.reference_words import points
from app.routers.report_request import within
from app.rules.comparison import Comparison
from app.rules.outcome_numbers import OutcomeRow
from app.rules.sentence import Sentence
from app.rules.series import Series


@dataclass(frozen=True)
class SeriesBlock:
    """One group: its name, a sentence, its chart and its rows from month 1 to the last that has come for anybody."""

    anchor: str
    name: str
    sentence: str
    chart: str
    months: Sequence[OutcomeRow]
    which: str
    """What an address says to mean the people of this group only; nothing for everyone."""


@dataclass(frozen=True)
class PairedMonth:
    """One month of two groups: both rates, and the difference in points with its interval."""

    month: int
    one: float | None
    other: float | None
    difference: Sequence[str] | None


@dataclass(frozen=True)
class SeriesPair:
    """Two groups: their names, a chart with a line for each, and per month both rates and the difference."""

    names: Sequence[str]
    chart: str
    months: Sequence[PairedMonth]


def series_blocks(
    series: Series, rows: Sequence[SeriesRow], names: Sequence[str], language: Language
) -> Iterator[SeriesBlock]:
    """A block per group; `names` are those of the rows."""
    for number, (row, name) in enumerate(zip(rows, names, strict=True)):
        yield SeriesBlock(
            anchor=f"group-{number}",
            name=name,
            sentence=series_sentence(row.months, series, language),
            chart=_chart({name: row.months}, language),
            months=_come(row),
            which="".join(f"&{urlencode([one])}" for one in within(row.group)),
        )


def series_pair(rows: Sequence[SeriesRow], names: Sequence[str], language: Language) -> SeriesPair | None:
    """The two largest groups beside each other; None unless there are two."""
    named = {id(row): name for name, row in zip(names, rows, strict=True)}
    groups = {named[id(row)]: row.months for row in two_largest(rows)}
    if len(groups) != 2:
        return None
    first, second = groups.values()
    months = [
        PairedMonth(month, one.rate, other.rate, _in_points(found))
        for month, (one, other, found) in enumerate(zip(first, second, differences(rows), strict=True), start=1)
        if one.due or other.due
    ]
    return SeriesPair(tuple(groups), _chart(groups, language), months)


def _in_points(found: Comparison | None) -> Sequence[str] | None:
    return None if found is None else [points(one) for one in (found.difference, found.low, found.high)]


def _chart(lines: Mapping[str, Sequence[OutcomeRow]], language: Language) -> str:
    known = any(row.rate is not None for rows in lines.values() for row in rows)
    return series_chart(lines, say(Sentence("months"), language)) if known else ""


def _come(row: SeriesRow) -> Sequence[OutcomeRow]:
    last = max((month for month, one in enumerate(row.months, start=1) if one.due), default=0)
    return row.months[:last]

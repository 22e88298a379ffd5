"""What a report page shows of each duration: the sentence, the curve, the quartiles and the numbers at risk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.language import Language, say
from app.outcomes.curve_chart import curve_chart
from app.outcomes.duration_formats import QUARTILES, told
from app.outcomes.duration_sentence import duration_sentence, shown_share
from app.outcomes.durations import DurationRow
from app.rules.durations import DURATIONS, DurationMetric
from app.rules.sentence import Sentence

QUARTILE_NAMES = {
    "quarter": Sentence("A quarter after"),
    "half": Sentence("Half after"),
    "three_quarters": Sentence("Three quarters after"),
}


@dataclass(frozen=True)
class Point:
    """How the curve stands after some months; shares are those that the curve shows."""

    months: int
    at_risk: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class DurationBlock:
    """One duration on the page."""

    metric: DurationMetric
    title: str
    question: str
    how: str
    curve: str
    sentence: str
    chart: str
    people: int
    over: int
    quartiles: Sequence[tuple[Sentence, int | None]]
    points: Sequence[Point]


def duration_blocks(rows: Sequence[DurationRow], language: Language) -> Iterator[DurationBlock]:
    """One block per duration, in a reader's language."""
    dutch = language is Language.DUTCH
    for row in rows:
        metric = DURATIONS[row.duration]
        yield DurationBlock(
            metric=metric,
            title=metric.title.nl if dutch else metric.title.en,
            question=metric.question_text.nl if dutch else metric.question_text.en,
            how=metric.how.nl if dutch else metric.how.en,
            curve=metric.curve.nl if dutch else metric.curve.en,
            sentence=duration_sentence(row, "nl" if dutch else "en"),
            chart=curve_chart(row, say(Sentence("months"), language)) if row.curve.steps else "",
            people=row.curve.people,
            over=row.curve.over,
            quartiles=[(QUARTILE_NAMES[name], row.curve.day_reached(share)) for name, share in QUARTILES.items()],
            points=list(_points(row, metric)),
        )


def _points(row: DurationRow, metric: DurationMetric) -> Iterator[Point]:
    for months, step in told(row):
        ends = [None if end is None else shown_share(metric, end) for end in (step.low, step.high)]
        low, high = reversed(ends) if metric.counts_up else ends
        yield Point(months, step.at_risk, shown_share(metric, step.share), low, high)

"""What a report page shows of each duration: the sentence, the curve, the quartiles and the numbers at risk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.language import Language, say
from app.outcomes.curve_chart import curve_chart
from app.outcomes.duration_formats import QUARTILES, AnyDuration, told
from app.outcomes.duration_sentence import duration_sentence, published_sentence, shown_share
from app.outcomes.durations import DurationRow, PublishedDuration
from app.rules.durations import DurationMetric
from app.rules.life_table import MonthStep
from app.rules.sentence import Sentence
from app.rules.survival import Step

QUARTILE_NAMES = {
    "quarter": Sentence("A quarter after"),
    "half": Sentence("Half after"),
    "three_quarters": Sentence("Three quarters after"),
}


@dataclass(frozen=True)
class Point:
    """How the curve stands after some months, and how many are followed further. Shares are as shown."""

    months: int
    at_risk: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class DurationBlock:
    """One duration on the page; `by_month` when it is published, without quartiles."""

    metric: DurationMetric
    title: str
    question: str
    how: str
    curve: str
    sentence: str
    chart: str
    by_month: bool
    quartiles: Sequence[tuple[Sentence, int | None]]
    points: Sequence[Point]


def duration_blocks(rows: Sequence[AnyDuration], language: Language) -> Iterator[DurationBlock]:
    """One block per duration, in a reader's language."""
    for row in rows:
        metric = row.metric
        yield DurationBlock(
            metric=metric,
            title=metric.title.said_in(language),
            question=metric.question_text.said_in(language),
            how=metric.how.said_in(language),
            curve=metric.curve.said_in(language),
            sentence=published_sentence(row, language)
            if isinstance(row, PublishedDuration)
            else duration_sentence(row, language),
            chart=curve_chart(row, say(Sentence("months"), language)) if row.curve and row.curve.steps else "",
            by_month=isinstance(row, PublishedDuration),
            quartiles=[] if isinstance(row, PublishedDuration) else list(_quartiles(row)),
            points=[_point(metric, *one) for one in told(row)],
        )


def _quartiles(row: DurationRow) -> Iterator[tuple[Sentence, int | None]]:
    return ((QUARTILE_NAMES[name], row.curve.day_reached(share)) for name, share in QUARTILES.items())


def _point(metric: DurationMetric, months: int, step: Step | MonthStep) -> Point:
    ends = [None if end is None else shown_share(metric, end) for end in (step.low, step.high)]
    low, high = reversed(ends) if metric.counts_up else ends
    return Point(months, step.at_risk, shown_share(metric, step.share), low, high)

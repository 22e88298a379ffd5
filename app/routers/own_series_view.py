"""What a report page shows of each series that the programme added itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.language import Language
from app.outcomes.own_series import ToldSeries
from app.routers.series_view import SeriesBlock, series_blocks
from app.rules.metric_definition import Metric


@dataclass(frozen=True)
class OwnSeriesBlock:
    """One series of everyone: what it asks, its sentence, and its chart and months."""

    metric: Metric
    title: str
    question: str
    sentence: str
    everyone: SeriesBlock
    people: str
    """The address where the people behind its months are, with its own query."""


def own_series_blocks(told: Iterable[ToldSeries], language: Language, people: str = "") -> Iterator[OwnSeriesBlock]:
    """One block per series, in a reader's language."""
    for one in told:
        title = one.series.title.said_in(language)
        (everyone,) = series_blocks(one.series, one.rows[:1], [title], language)
        question = one.series.question_text.said_in(language)
        yield OwnSeriesBlock(one.series.metric, title, question, everyone.sentence, everyone, people)

"""A published result, and the cohort that gives it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.demo.published.made_up import People
from app.outcomes.statement import Dimension
from app.rules.metric_definition import Metric
from app.rules.series import Series


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One published percentage, and the number of ours that must come out the same.

    `group` names the group of the report it is about; none is everybody. `yes` out of `known` is what the engine
    gives on a cohort of the usual size; of a series, at every month of it.
    """

    says: str
    percent: float
    metric: Metric | Series
    group: Mapping[Dimension, str] = field(default_factory=dict)
    yes: int
    known: int

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics that are asked: one, or one for each month of a series."""
        return self.metric.metrics() if isinstance(self.metric, Series) else (self.metric,)


@dataclass(frozen=True, kw_only=True)
class Contrast:
    """Two figures of which the difference was published as well: the first less the second, in points."""

    says: str
    here: Figure
    there: Figure


@dataclass(frozen=True, kw_only=True)
class PublishedResult:
    """What a source published, and how people are made up who give exactly that.

    `key` is the one of the programme in the catalogue, unless `in_catalogue` says that it is not there. Jobs are
    spread over so many `employers`.
    """

    key: str
    programme: str
    source: str
    published: str
    assumed: str
    size: int
    as_of: date
    people: People
    figures: tuple[Figure, ...]
    contrasts: tuple[Contrast, ...] = ()
    employers: int = 40
    in_catalogue: bool = True

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics of the figures, each once."""
        asked = [metric for figure in self.figures for metric in figure.metrics]
        return tuple({metric.code: metric for metric in asked}.values())

    @property
    def group_by(self) -> tuple[Dimension, ...]:
        """What a report must be grouped by to hold every figure."""
        return tuple(dict.fromkeys(dimension for figure in self.figures for dimension in figure.group))

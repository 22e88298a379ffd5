"""How a workbook speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.language import Language
from app.outcomes.cross_table import CrossTable, Group
from app.outcomes.formats import AnyRow
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS


@dataclass(frozen=True, kw_only=True)
class WorkbookWords:
    """How the workbook speaks: the reader's language, how a sentence is put, and what a group is called.

    `put` leaves a text that is no sentence as it is. `own` are the programme's own metrics that the rows may be about.
    `cross` makes a table of the rows of a metric that is split by two things.
    """

    language: Language
    put: Callable[[str], str]
    group: Callable[[Group], str]
    own: Sequence[Metric] = ()
    cross: Callable[[Sequence[AnyRow]], CrossTable | None] = lambda _: None

    def metric(self, code: str) -> Metric:
        """The metric that a row is about."""
        return next((metric for metric in self.own if metric.code == code), None) or METRICS[code]

    def title(self, code: str) -> str:
        """What the metric is called."""
        return self.metric(code).title.said_in(self.language)

"""A programme's own metric month by month: the same question at each month since its index."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question, ShownAs
from app.rules.own_metric_words import Moment, asked_of_a_person, found
from app.rules.series import Series

EACH_MONTH = frozenset(
    {
        Question.IN_WORK,
        Question.IN_WORK_WITHOUT_INTERRUPTION,
        Question.WITH_SAME_EMPLOYER,
        Question.PLACED_SINCE_INDEX,
    }
)
"""The questions that can be asked month by month."""


@dataclass(frozen=True, kw_only=True)
class OwnSeries(Series):
    """A series of which each month is the metric that the programme would put together for that month alone."""

    def at(self, month: int) -> Metric:
        """The metric of one month."""
        metric, moment = self.metric, Moment(self.metric.index, None, month)
        return replace(
            metric,
            code=f"{self.code}_{month}",
            shown_as=ShownAs.SHARE,
            horizon_months=month,
            question_text=asked_of_a_person(metric.question, moment, metric.counted),
            finding=found(metric.question, moment, metric.counted),
        )


def own_series(metric: Metric) -> OwnSeries:
    """The series by which an own metric is told; its horizon is the last month."""
    return OwnSeries(
        code=metric.code,
        title=metric.title,
        question_text=metric.question_text,
        metric=metric,
        months=metric.horizon_months,
    )

"""One question asked again at each month since the start: a series of numbers, of which each is a metric."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.rules.bilingual_text import Bilingual
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index
from app.rules.metrics.placement import IN_PAID_WORK_AT_END

MONTHS_TOLD = 24


@dataclass(frozen=True, kw_only=True)
class Series:
    """A metric that is asked at month 1 up to a last month; its own horizon says nothing."""

    code: str
    title: Bilingual
    question_text: Bilingual
    metric: Metric
    months: int = MONTHS_TOLD

    def at(self, month: int) -> Metric:
        """The metric of one month."""
        finding = Bilingual(
            nl=f"{self.metric.finding.nl} in maand {month} na de start",
            en=f"{self.metric.finding.en} in month {month} after the start",
        )
        return replace(
            self.metric,
            code=f"{self.code}_{month}",
            title=Bilingual(nl=f"{self.title.nl}: maand {month}", en=f"{self.title.en}: month {month}"),
            question_text=self.question_text,
            horizon_months=month,
            finding=finding,
        )

    def metrics(self) -> tuple[Metric, ...]:
        """The metrics of all months, in order."""
        return tuple(self.at(month) for month in range(1, self.months + 1))


IN_PAID_WORK_EACH_MONTH = Series(
    code="in_paid_work_each_month",
    title=Bilingual(nl="Betaald werk, maand na maand", en="In paid work, month by month"),
    question_text=Bilingual(
        nl="Had deze persoon betaald werk, zoveel maanden na de start van het traject?",
        en="Was this person in paid work, so many months after the start of the trajectory?",
    ),
    metric=replace(
        IN_PAID_WORK_AT_END,
        index=Index.START,
        finding=Bilingual(nl="aan het werk", en="in paid work"),
        standards=(),
    ),
)
"""As a trial follows people: each month it is asked who is in work."""

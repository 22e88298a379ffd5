"""What an edition page shows of the changes since: per metric a line for each group, with old and new numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.outcomes.sentence import percent
from app.routers.report_view import ReportView
from app.rules.disclosure import Suppressed
from app.rules.edition_changes import MetricChange, NumberChange, Shown
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence

SHOWN = ("cohort", "not_yet_due", "due", "yes", "no", "unanswered", "response_rate", "rate")
"""The numbers of which a change is shown."""
Moved = tuple[str | Sentence, str | Sentence]


@dataclass(frozen=True)
class ChangedGroup:
    """A group, and per number what was published and what would be published now; nothing where that is the same."""

    name: str
    numbers: Mapping[str, Moved | None]


@dataclass(frozen=True)
class ChangedMetric:
    """A metric that changed."""

    title: str
    change: MetricChange
    groups: Sequence[ChangedGroup]

    @property
    def only_withheld(self) -> bool:
        """Whether something changed of which no number may be told."""
        return self.change.withheld and not self.groups


def blocks_of(changed: Sequence[MetricChange], view: ReportView) -> list[ChangedMetric]:
    """The changes in the language of the reader."""
    return [ChangedMetric(_title(one.metric, view), one, _groups(one.numbers, view)) for one in changed]


def _title(code: str, view: ReportView) -> str:
    metric = METRICS.get(code) or next((metric for metric in view.own if metric.code == code), None)
    return metric.title.said_in(view.language) if metric else code


def _groups(numbers: Sequence[NumberChange], view: ReportView) -> list[ChangedGroup]:
    by_group: dict[str, dict[str, Moved]] = {}
    for one in numbers:
        moved = (_plain(one.number, one.then), _plain(one.number, one.now))
        by_group.setdefault(view.group_name(one.group), {})[one.number] = moved
    return [ChangedGroup(name, {number: moved.get(number) for number in SHOWN}) for name, moved in by_group.items()]


def _plain(number: str, value: Shown) -> str | Sentence:
    if isinstance(value, Suppressed):
        return Sentence("withheld")
    if value is None:
        return "–"
    return percent(value) if number.endswith("rate") else str(value)

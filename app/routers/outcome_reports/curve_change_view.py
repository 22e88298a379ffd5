"""What an edition page shows of curves and language levels that changed: per line what it was and what it is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.language import Language, say
from app.outcomes.duration_sentence import shown_share
from app.outcomes.sentence import percent
from app.outcomes.since_then import SinceThen
from app.rules.disclosure import Suppressed
from app.rules.durations import DURATIONS, Duration, DurationMetric
from app.rules.edition_changes import MetricChange, NumberChange, Shown
from app.rules.language_matrix import CELLS, LEVELS
from app.rules.life_table import TOLD_MONTHS
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence

SHARES = {f"share_month_{months}": months for months in TOLD_MONTHS}
AT_RISK = {f"at_risk_month_{months}": months for months in TOLD_MONTHS}
CELL_NAMES = {f"level_{LEVELS[start]}_to_{LEVELS[now]}".replace(" ", "_"): (start, now) for start, now in CELLS}
Said = str | Sentence


@dataclass(frozen=True)
class ChangedCurve:
    """A curve or the levels of a skill: what its lines are about, and per line what it was and what it is now."""

    title: str
    about: Said
    change: MetricChange
    lines: Sequence[tuple[Said, Said, Said]]

    @property
    def only_withheld(self) -> bool:
        """Whether something changed of which no number may be told."""
        return self.change.withheld


def curve_blocks(since: SinceThen, language: Language) -> list[ChangedCurve]:
    """The curves that changed, and then the language levels, in the language of the reader."""
    return [_curve(one, language) for one in since.durations] + [_levels(one, language) for one in since.levels]


def _curve(change: MetricChange, language: Language) -> ChangedCurve:
    metric = DURATIONS[Duration(change.metric)]
    curve = metric.curve.said_in(language)
    lines: list[tuple[Said, Said, Said]] = []
    for one in change.numbers:
        if one.number == "people":
            lines.append((Sentence("People"), *_moved(one)))
        elif one.number in SHARES:
            after = Sentence("After %(months)s months: %(what)s", months=SHARES[one.number], what=curve)
            lines.append((after, _share(metric, one.then), _share(metric, one.now)))
        elif one.number in AT_RISK:
            after = Sentence("People followed for more than %(months)s months", months=AT_RISK[one.number])
            lines.append((after, *_moved(one)))
    return ChangedCurve(metric.title.said_in(language), Sentence("Figure"), change, lines)


def _levels(change: MetricChange, language: Language) -> ChangedCurve:
    lines = [(_cell(one.number, language), *_moved(one)) for one in change.numbers]
    title = METRICS[change.metric].title.said_in(language)
    return ChangedCurve(title, Sentence("Level at the start → level now"), change, lines)


def _cell(name: str, language: Language) -> str:
    return " → ".join(LEVELS[at] if at else say(Sentence("Below A1"), language) for at in CELL_NAMES[name])


def _moved(number: NumberChange) -> tuple[Said, Said]:
    return _plain(number.then), _plain(number.now)


def _plain(value: Shown) -> Said:
    if isinstance(value, Suppressed):
        return Sentence("withheld")
    return "–" if value is None else str(value)


def _share(metric: DurationMetric, value: Shown) -> Said:
    if isinstance(value, Suppressed):
        return Sentence("withheld")
    return percent(None if value is None else shown_share(metric, value))

"""A curve of a duration that may be published: in steps of months, each with enough people in it.

The product-limit curve steps on the day of each person. A life table counts per interval how many came to the end and
how many were last seen, and takes the latter for followed half of it (Cutler and Ederer, 1958). An interval in which
either count is small is put together with the next, so that no count under the threshold stands anywhere in it, and
none can be worked out: those that remain are shown rounded, every share is made of rounded counts, and together they
say no more about how many people there are than that rounded number does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.other_worlds import OTHER_VALUES_NEEDED, rounded
from app.rules.shown_counts import least, most

TOLD_MONTHS = (3, 6, 9, 12, 18, 24)
"""After so many months it is told how a curve stands."""

LOWEST_WITH_CURVES = 10
"""A report that shows counts from five on has no curves: they leave too little room beside such counts."""

DAYS_PER_MONTH = 365.25 / 12
Z = NormalDist().inv_cdf(0.975)


def days_after(months: int) -> int:
    """So many average months, in whole days."""
    return round(months * DAYS_PER_MONTH)


@dataclass(frozen=True)
class Interval:
    """People up to a told month, since the told month before it: for whom it was over, and who were last seen."""

    over: int
    lost: int


@dataclass(frozen=True)
class MonthStep:
    """How a curve stands after some months; counts are of the time since the step before, rounded to five.

    `at_risk` are those who were followed past it. `share` is a fraction: those for whom it is not over; its 95 %
    interval is log-log, and None while everybody or nobody is left.
    """

    months: int
    over: int
    lost: int
    at_risk: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class LifeTable:
    """The steps that may be told, and of how many people, rounded to five."""

    people: int
    steps: tuple[MonthStep, ...]


def life_table(
    people: int, over_at_all: int, intervals: Sequence[Interval], threshold: int, untold: Collection[int] = ()
) -> LifeTable | None:
    """The curve of everyone, from the intervals up to each of the told months; None under the threshold, or a low one.

    `over_at_all` are those for whom it is over, also after the last of these months. The months that are `untold` are
    put together with the next.
    """
    if people < threshold or threshold < LOWEST_WITH_CURVES:
        return None
    steps: list[MonthStep] = []
    begun, followed, share, variance = people, people, 1.0, 0.0
    over = lost = 0
    for months, interval in zip(TOLD_MONTHS, intervals, strict=True):
        over, lost, followed = over + interval.over, lost + interval.lost, followed - interval.over - interval.lost
        if months in untold or followed < threshold or any(0 < count < threshold for count in (over, lost)):
            continue
        exposed = rounded(begun) - rounded(lost) / 2
        ended = min(rounded(over), exposed) / exposed
        share *= 1 - ended
        variance += ended / (exposed * (1 - ended)) if ended < 1 else 0.0
        steps.append(
            MonthStep(months, rounded(over), rounded(lost), rounded(followed), share, *_interval(share, variance))
        )
        begun, over, lost = followed, 0, 0
    while steps and not (
        _tell_no_more(steps, rounded(people), threshold) and _leave_room(steps, rounded(over_at_all), threshold)
    ):
        steps.pop()
    return LifeTable(rounded(people), tuple(steps))


def untold_months(totals: Iterable[PublishedRow], month_of: Mapping[str, int]) -> set[int]:
    """The months of which a report withholds for how many it was over; `month_of` its metrics about the same people.

    Who was followed further is about as many as the yes or no of such a metric.
    """
    withheld = {row.metric for row in totals if isinstance(row.yes, Suppressed) or isinstance(row.no, Suppressed)}
    return {month for metric, month in month_of.items() if metric in withheld}


def _tell_no_more(steps: Sequence[MonthStep], people: int, threshold: int) -> bool:
    """Whether the steps leave open how many people there are: other numbers of a report hang on that."""
    gone: list[int] = []
    for step in steps:
        gone += (step.over, step.lost)
        parts = (*gone, step.at_risk)
        at_least, at_most = sum(least(part, threshold) for part in parts), sum(most(part) for part in parts)
        if at_least > least(people, threshold) or at_most < most(people):
            return False
    return True


def _leave_room(steps: Sequence[MonthStep], over_at_all: int, threshold: int) -> bool:
    """Whether who knows for how many it is over at all cannot tell that it is so for nobody, or one, in later months.

    A report says how many found a first job, and its other counts can leave less of that open than rounding does.
    """
    told = sum(least(step.over, threshold) for step in steps)
    is_last = steps[-1].months == TOLD_MONTHS[-1]
    return is_last or not told or told + OTHER_VALUES_NEEDED <= least(over_at_all, threshold)


def _interval(share: float, variance: float) -> tuple[float | None, float | None]:
    """By the formula of Greenwood, on the scale of log-log."""
    if not 0 < share < 1:
        return None, None
    room = exp(Z * sqrt(variance) / -log(share))
    return share**room, share ** (1 / room)

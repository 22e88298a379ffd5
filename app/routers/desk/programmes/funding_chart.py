"""The funding of a programme over time, as a bar per sum of money against today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.routers.desk.programmes.part import Told

MOST_MARKS = 6


@dataclass(frozen=True)
class Bar:
    """One sum of money: where its bar begins and how long it is, in per cent of the whole; open without a last day."""

    funding: Told
    begins: float
    length: float
    is_open: bool
    is_over: bool


@dataclass(frozen=True)
class YearMark:
    """The first day of a year, in per cent from the left."""

    year: int
    place: float


@dataclass(frozen=True)
class FundingChart:
    """Bars from the first year in which there is money to the last, this year always among them."""

    bars: Sequence[Bar]
    years: Sequence[YearMark]
    today: float


def draw_funding(funding: Sequence[Told], today: date) -> FundingChart:
    """Draw the funding; what has no first or last day runs to the edge."""
    days = [date.fromisoformat(day) for one in funding for day in (one["startsOn"], one["endsOn"]) if day]
    first = date(min(day.year for day in [*days, today]), 1, 1)
    last = date(max(day.year for day in [*days, today]) + 1, 1, 1)

    def place(day: date) -> float:
        return round(100 * (day - first).days / (last - first).days, 2)

    years = range(first.year, last.year)
    step = -(-len(years) // MOST_MARKS)
    return FundingChart(
        bars=[
            _bar(one, place(_day(one["startsOn"], first)), place(_day(one["endsOn"], last)), today) for one in funding
        ],
        years=[YearMark(year, place(date(year, 1, 1))) for year in years[::step]],
        today=place(today),
    )


def _bar(funding: Told, begins: float, ends: float, today: date) -> Bar:
    ends_on = funding["endsOn"]
    is_over = ends_on is not None and date.fromisoformat(ends_on) < today
    return Bar(funding, begins, round(max(ends - begins, 0.5), 2), ends_on is None, is_over)


def _day(day: str | None, otherwise: date) -> date:
    return date.fromisoformat(day) if day else otherwise

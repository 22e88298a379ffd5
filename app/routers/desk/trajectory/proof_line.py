"""How far a job is proven, as a line with its months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.calendar import add_months

WIDTH = 400


@dataclass(frozen=True)
class Mark:
    """A follow-up month on the line: its place, and whether the job is proven to have reached it."""

    x: float
    month: int
    is_reached: bool


@dataclass(frozen=True)
class ProofLine:
    """Places on a line of `WIDTH` units that runs from the start to the last follow-up month."""

    proven_x: float
    today_x: float
    marks: tuple[Mark, ...]


def draw_proof(starts_on: date, proven_until: date, today: date, months: Sequence[int]) -> ProofLine:
    """Draw a job from its start; what lies beyond the last month is drawn at the end of the line."""
    length = (add_months(starts_on, max(months)) - starts_on).days

    def place(day: date) -> float:
        return round(WIDTH * min(max((day - starts_on).days / length, 0), 1), 1)

    targets = [(month, add_months(starts_on, month)) for month in sorted(months)]
    return ProofLine(
        proven_x=place(proven_until),
        today_x=place(today),
        marks=tuple(Mark(place(target), month, target <= proven_until) for month, target in targets),
    )

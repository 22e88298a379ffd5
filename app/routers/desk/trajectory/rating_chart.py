"""Ratings over the months as a small picture: a dot per score, on five lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.rating_signal import Score, Signal, signals_in

WIDTH, HEIGHT, MARGIN = 160, 44, 8
DAYS_SHOWN = 215
"""A little more than the six months after which is asked last; later ratings stand at the end."""


@dataclass(frozen=True)
class Dot:
    """One score: where it stands, the day, and whether somebody should act on it."""

    x: float
    y: float
    rated_on: date
    score: int
    signal: Signal | None


@dataclass(frozen=True)
class RatingChart:
    """What one side thinks of one thing, over time."""

    rated_by: str
    dimension: str
    dots: Sequence[Dot]

    @property
    def path(self) -> str:
        """The line through the dots, as SVG has it."""
        return "M" + "L".join(f"{dot.x} {dot.y}" for dot in self.dots)


def draw_ratings(scores: Sequence[Score], starts_on: date) -> list[RatingChart]:
    """Draw scores that stand, in the order of time, per side and subject; the participant's first."""
    signals = dict(signals_in(scores))
    about = sorted({(one.rated_by, one.dimension) for one in scores}, key=lambda pair: (pair[0] == "employer", pair[1]))
    return [
        RatingChart(*pair, tuple(_dot(one, starts_on, signals) for one in scores if one[:2] == pair)) for pair in about
    ]


def _dot(score: Score, starts_on: date, signals: Mapping[Score, Signal]) -> Dot:
    share = min(max((score.rated_on - starts_on).days / DAYS_SHOWN, 0), 1)
    x = round(MARGIN + share * (WIDTH - 2 * MARGIN), 1)
    y = round(HEIGHT - MARGIN - (score.score - 1) * (HEIGHT - 2 * MARGIN) / 4, 1)
    return Dot(x, y, score.rated_on, score.score, signals.get(score))

"""The phases of a programme as a bar: as wide as they are long, and dashed where nobody says how long."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.parts import CataloguePhase

WIDTH = 1000
GAP = 8
LEAST = 0.16
"""The smallest share of the bar, so that a short phase still has room for its number."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the bar, in units of the drawing; `is_known` when the source says how long it lasts."""

    number: int
    x: float
    width: float
    is_known: bool

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return self.x + self.width / 2


def picture_of(phases: Sequence[CataloguePhase]) -> list[Segment]:
    """The segments from left to right. A phase of unknown length is as wide as the average of the known ones."""
    known = [phase.weeks_at_most for phase in phases if phase.weeks_at_most]
    usual = sum(known) / len(known) if known else 1.0
    lengths = [float(phase.weeks_at_most or usual) for phase in phases]
    least = LEAST * sum(lengths)
    lengths = [max(length, least) for length in lengths]
    room = WIDTH - GAP * (len(phases) - 1)
    segments: list[Segment] = []
    x = 0.0
    for number, (phase, length) in enumerate(zip(phases, lengths, strict=True), start=1):
        width = room * length / sum(lengths)
        segments.append(Segment(number, round(x, 1), round(width, 1), bool(phase.weeks_at_most)))
        x += width + GAP
    return segments

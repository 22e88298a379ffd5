"""Readings of a clock, and what they come down to."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass(slots=True)
class Readings:
    """How long one thing took, again and again, in milliseconds."""

    name: str
    taken: list[float] = field(default_factory=list)

    async def read(self, deed: Callable[[], Awaitable[object]]) -> None:
        """Do it once and note how long it took."""
        began = time.perf_counter()
        await deed()
        self.taken.append((time.perf_counter() - began) * 1000)

    @property
    def median(self) -> float:
        """Half of them took longer."""
        return median(self.taken)

    @property
    def slow(self) -> float:
        """One in twenty took longer."""
        return quantiles(self.taken, n=20)[-1]


def table(pairs: list[tuple[Readings, Readings]]) -> str:
    """A line per page: over HTTP, on the bare connection, and how many times longer HTTP takes."""
    lines = [f"{'milliseconds':<22}{'HTTP':>9}{'95 %':>9}{'bare':>9}{'95 %':>9}{'ratio':>8}"]
    for over_http, bare in pairs:
        lines.append(
            f"{over_http.name:<22}{over_http.median:>9.2f}{over_http.slow:>9.2f}{bare.median:>9.2f}{bare.slow:>9.2f}"
            f"{over_http.median / bare.median:>8.2f}"
        )
    return "\n".join(lines)

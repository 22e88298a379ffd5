"""Chance that can be repeated: the same seed draws the same."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

Choice = TypeVar("Choice")


class Chance:
    """Draws from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  nothing secret is drawn with it

    def identity(self) -> UUID:
        """A UUID of version 4."""
        return UUID(int=self._random.getrandbits(128), version=4)

    def happens(self, probability: float) -> bool:
        """Whether something with this probability (0 to 1) happens."""
        return self._random.random() < probability

    def number(self, low: int, high: int) -> int:
        """A whole number; both bounds can be drawn."""
        return low + int(self._random.random() * (high - low + 1))

    def after(self, day: date, low: int, high: int) -> date:
        """A day so many days after another one; both bounds can be drawn."""
        return day + timedelta(days=self.number(low, high))

    def one_of(self, choices: Sequence[Choice]) -> Choice:
        """One of them, each as likely."""
        return choices[int(self._random.random() * len(choices))]

    def weighed(self, choices: Mapping[Choice, float]) -> Choice:
        """One of them, by weight."""
        *others, last = choices
        left = self._random.random() * sum(choices.values())
        for choice in others:
            left -= choices[choice]
            if left < 0:
                return choice
        return last

    def some_of(self, choices: Sequence[Choice], most: int) -> list[Choice]:
        """One or more different ones, `most` at most."""
        return self._random.sample(choices, self.number(1, most))

"""The next number of a series such as D0001, D0002, for people and trajectories that nobody numbered."""

import re
from collections.abc import Iterable, Iterator

LENGTH = 4
"""Digits of a number, with zeros before it."""
TRIES = 16


def next_number(letter: str, taken: Iterable[str]) -> str:
    """Give the number after the highest of the series; other ways of numbering do not count."""
    return next(numbers_to_try(letter, taken))


def numbers_to_try(letter: str, taken: Iterable[str]) -> Iterator[str]:
    """Give the next number and, in ever larger steps, later ones in case it is taken out of sight."""
    form = re.compile(rf"{letter}(\d+)")
    highest = max((int(found[1]) for one in taken if (found := form.fullmatch(one))), default=0)
    for step in range(TRIES):
        yield f"{letter}{highest + 2**step:0{LENGTH}d}"

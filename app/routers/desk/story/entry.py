"""One entry of a story, in the words of a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.rules.sentence import Sentence

Facts = Mapping[str, Any]
"""The values of one entry, as `queries/story` gives them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an entry says: one sentence, and what belongs under it in short. `is_step` marks a step of the way."""

    sentence: Sentence
    details: Sequence[Sentence] = ()
    is_step: bool = False


Teller = Callable[[Facts], Telling]

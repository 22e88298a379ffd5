"""Sentences that are written in English here and shown in the reader's language later.

A verdict outlives the request that made it (it is kept, downloaded, shown again), so it holds the
sentence with its blanks apart instead of a translation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """An English sentence with named blanks (``%(what)s``) and what goes into them.

    A blank that holds a Wording is translated with the sentence; text from the file never is.
    """

    text: str
    blanks: tuple[tuple[str, Wording | str], ...] = ()

    def filled(self, **blanks: Wording | str) -> Wording:
        """The same sentence with more of its blanks filled in."""
        return Wording(self.text, (*self.blanks, *blanks.items()))

    def said(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language that ``translate`` speaks; English without it."""
        if not self.blanks:
            return translate(self.text)
        words: Mapping[str, str] = {
            name: blank.said(translate) if isinstance(blank, Wording) else blank
            for name, blank in self.blanks
        }
        return translate(self.text) % words

    def __str__(self) -> str:
        return self.said()


def say(text: str, **blanks: Wording | str) -> Wording:
    """A sentence to be translated; Babel collects its text from here."""
    return Wording(text, tuple(blanks.items()))

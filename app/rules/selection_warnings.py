"""When a selection deserves a second look.

Requirements that are too high pick the cherries: promising people are missed. Requirements that are too low select
people who could do more (SER 2021, section 3.4, note 20). The source gives no bounds; these are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.rules.selection_funnel import KnownShare
from app.rules.sentence import Sentence

TOO_LARGE_A_SHARE = 0.5
"""More than this share of those checked turned away by one requirement alone, or of those admitted over-qualified."""
ENOUGH_PEOPLE = 10
"""Fewer people than this say nothing about a requirement."""


@dataclass(frozen=True)
class TurnedAway:
    """A requirement (in JSON): beside how many decisions it was checked, and how many it turned away by itself."""

    requirement: str
    checked: int
    alone: int


@dataclass(frozen=True)
class CherryPicking:
    """One requirement alone turned away more than half of those who were checked."""

    by: TurnedAway


@dataclass(frozen=True)
class MostlyOverQualified:
    """Of the people admitted, most are clearly above what is asked."""

    over_qualified: int
    known: int


SelectionWarning = CherryPicking | MostlyOverQualified


def warnings_about(requirements: Iterable[TurnedAway], above: KnownShare) -> Iterator[SelectionWarning]:
    """What to look at again, if anything; `above` are the people admitted who were over-qualified."""
    for one in requirements:
        if one.checked >= ENOUGH_PEOPLE and one.alone > TOO_LARGE_A_SHARE * one.checked:
            yield CherryPicking(one)
    if above.known >= ENOUGH_PEOPLE and above.yes > TOO_LARGE_A_SHARE * above.known:
        yield MostlyOverQualified(above.yes, above.known)


def said(warning: SelectionWarning, requirement: Sentence | None = None) -> Sentence:
    """The warning as a sentence; a requirement is named in words."""
    if isinstance(warning, CherryPicking):
        return Sentence(
            "“%(requirement)s” alone turned away %(alone)s of the %(checked)s people who were checked. Promising "
            "people may be missed: is the requirement needed this high?",
            requirement=requirement or "",
            alone=warning.by.alone,
            checked=warning.by.checked,
        )
    return Sentence(
        "Of the %(known)s people admitted of whom it is known, %(above)s are clearly above what is asked. Do the "
        "requirements still select the people for whom the programme is meant?",
        known=warning.known,
        above=warning.over_qualified,
    )

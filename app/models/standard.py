"""Measures of standards as the API answers them. They are worked out and kept in no table."""

from app.models.base import Shape
from app.models.outcome import OutcomePublic
from app.rules.bilingual_text import BilingualText
from app.rules.standards.changes import Change


class DifferencePublic(Shape):
    """How many people count otherwise than in our own number, in which way, and why."""

    change: Change
    people: int
    why: BilingualText


class StandardPublic(Shape):
    """A measure of a standard beside our own nearest number, over the same people. Counts are exact.

    `ours` is null where we have no number of the kind. `why` says in one sentence why the two differ.
    """

    standard: BilingualText
    title: BilingualText
    question: BilingualText
    theirs: OutcomePublic
    ours: OutcomePublic | None
    differences: list[DifferencePublic]
    why: BilingualText

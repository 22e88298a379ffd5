"""A share beside a figure from elsewhere: by how much it differs, and how much of that can be chance."""

from __future__ import annotations

from dataclasses import dataclass

from app.rules.disclosure import PublishedRow
from app.rules.intervals import newcombe_interval
from app.rules.maryland_scale import SHOWS_AN_EFFECT_FROM
from app.rules.outcome_numbers import OutcomeRow
from app.rules.sentence import Sentence

REFERENCE = Sentence("A reference, not a control group: it is about other people, in another place and time.")
BY_DESIGN = Sentence(
    "By the design of the evaluation, this group shows what would have happened without the programme."
)


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A share that was found elsewhere, as a fraction, with where and when; `people` is of how many, where known.

    `by_design` when it is of a group that, by the design of the evaluation, shows what would have happened otherwise.
    """

    metric: str
    what: str
    share: float
    people: int | None
    year: int | None
    source: str
    by_design: bool = False

    @property
    def meaning(self) -> Sentence:
        """What a difference from it may be taken for."""
        return BY_DESIGN if self.by_design else REFERENCE

    @property
    def where(self) -> str:
        """The source and, where known, the year."""
        return f"{self.source}, {self.year}" if self.year else self.source


@dataclass(frozen=True)
class Difference:
    """Our share less that of a reference, with its 95 % interval; as fractions."""

    difference: float
    low: float
    high: float


def against(reference: Reference, row: OutcomeRow | PublishedRow) -> Difference | None:
    """Our share less that of the reference, with a 95 % interval, from the counts as they are shown.

    With the number of people behind the reference it is the interval of Newcombe; without it the reference is taken
    as exact, and only ours varies. None where there is no rate.
    """
    if row.rate is None or not isinstance(row.yes, int) or not isinstance(row.no, int):
        return None
    known = row.yes + row.no
    if reference.people:
        interval = newcombe_interval(row.yes, known, round(reference.share * reference.people), reference.people)
    elif row.interval_low is None or row.interval_high is None:
        interval = None
    else:
        interval = row.interval_low - reference.share, row.interval_high - reference.share
    return Difference(row.yes / known - reference.share, *interval) if interval else None


def is_comparison_group(maryland_level: int | None, comparison: str | None) -> bool:
    """Whether the evaluation is designed so that what it compares with shows what would have happened otherwise."""
    return bool(comparison) and maryland_level is not None and maryland_level >= SHOWS_AN_EFFECT_FROM

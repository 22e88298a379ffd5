"""A figure from elsewhere beside ours, in a sentence."""

from collections.abc import Sequence

from app.outcomes.sentence import percent
from app.rules.disclosure import PublishedRow
from app.rules.outcome_numbers import OutcomeRow
from app.rules.reference_comparison import Reference, against
from app.rules.sentence import Sentence


def reference_sentences(
    figures: Sequence[Reference], row: OutcomeRow | PublishedRow
) -> list[tuple[Sentence, Sentence]]:
    """For each figure that the metric of this row is held against: how they differ, and what that may mean."""
    return [(_told(figure, row), figure.meaning) for figure in figures if figure.metric == row.metric]


def points(fraction: float) -> str:
    """A difference in whole percentage points, with its sign."""
    return f"{round(fraction * 100):+d}".replace("-", "−")


def _told(figure: Reference, row: OutcomeRow | PublishedRow) -> Sentence:
    found = against(figure, row)
    if found is None:
        return Sentence(
            "Beside it: %(what)s, %(share)s (%(where)s).",
            what=figure.what,
            share=percent(figure.share),
            where=figure.where,
        )
    return Sentence(
        "Beside it: %(what)s, %(share)s (%(where)s). Ours less that: %(difference)s points. "
        "Chance alone leaves room between %(low)s and %(high)s points.",
        what=figure.what,
        share=percent(figure.share),
        where=figure.where,
        difference=points(found.difference),
        low=points(found.low),
        high=points(found.high),
    )

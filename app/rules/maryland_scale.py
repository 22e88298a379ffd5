"""The Maryland Scientific Methods Scale: how far a study can show that a programme brought its result about.

Five levels, in plain words (Risbo 2023, section 2.2). From level 3 on one may carefully speak of an effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class EvidenceLevel:
    """One level: its name, and what a study at this level does."""

    level: int
    name: Sentence
    meaning: Sentence


MARYLAND_SCALE: Mapping[int, EvidenceLevel] = {
    one.level: one
    for one in (
        EvidenceLevel(
            1,
            Sentence("Measured once"),
            Sentence("One look, at one moment. Nobody knows how it was before, or how others fared."),
        ),
        EvidenceLevel(
            2,
            Sentence("Before and after"),
            Sentence("The same people before and after. The change may have come about without the programme too."),
        ),
        EvidenceLevel(
            3,
            Sentence("Beside another group"),
            Sentence("Before and after, and beside people who did not take part. Those may be different people."),
        ),
        EvidenceLevel(
            4,
            Sentence("Beside a group that is alike"),
            Sentence("Beside people with the same characteristics, and other influences are taken into account."),
        ),
        EvidenceLevel(
            5,
            Sentence("Drawn by lot"),
            Sentence("Chance decided who took part. Differences afterwards come from the programme."),
        ),
    )
}
SHOWS_AN_EFFECT_FROM = 3
"""The lowest level from which a study may carefully say something about an effect."""

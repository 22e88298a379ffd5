"""What the words of the catalogue are called on screens."""

import re
from collections.abc import Mapping

from app.catalogue.documents import DOCUMENTS
from app.rules.sentence import Sentence

FAMILY_NAMES: Mapping[str, Sentence] = {
    "selection": Sentence("Selection"),
    "placement": Sentence("Finding work"),
    "retention": Sentence("Keeping work"),
    "job_match": Sentence("A job that fits"),
    "job_quality": Sentence("Quality of the job"),
    "language": Sentence("Language"),
    "guidance": Sentence("Guidance"),
    "exit": Sentence("How it ended"),
    "satisfaction": Sentence("Satisfaction and inclusion"),
    "comparison": Sentence("Comparison"),
}
"""Families of metrics."""
BESIDE_NAMES: Mapping[str, Sentence] = {
    "control_group": Sentence("in the control group"),
    "without_it": Sentence("without it"),
}
"""What a result is held against."""
PLACE_WORDS: Mapping[str, Sentence] = {
    "building block": Sentence("building block"),
    "Overview": Sentence("Overview"),
    "annexes": Sentence("annexes"),
    "annex": Sentence("annex"),
    "further studies": Sentence("further studies"),
    "theme": Sentence("theme"),
    "note": Sentence("footnote"),
    "row": Sentence("row"),
    "and": Sentence("and"),
}
"""The words in a place where a fact stands; what else is in it are names and numbers."""
_A_PLACE_WORD = re.compile(rf"\b({'|'.join(PLACE_WORDS)})\b")


def words_of_place(place: str) -> list[str]:
    """A place where a fact stands, in pieces: those that are a `Sentence` have a translation.

    A source in somebody's own words stays as it is.
    """
    if place.partition(" ")[0].rstrip(",") not in DOCUMENTS:
        return [place]
    return [PLACE_WORDS.get(piece, piece) for piece in _A_PLACE_WORD.split(place)]

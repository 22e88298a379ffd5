"""What the sections of NACE Rev. 2.1 (SBI 2025) are called, in words that people at a desk use."""

from collections.abc import Mapping

from app.rules.sentence import Sentence

SECTOR_NAMES: Mapping[str, Sentence] = {
    "A": Sentence("farming, forestry and fishing"),
    "B": Sentence("mining"),
    "C": Sentence("industry"),
    "D": Sentence("energy"),
    "E": Sentence("water and waste"),
    "F": Sentence("construction"),
    "G": Sentence("shops and wholesale"),
    "H": Sentence("transport and storage"),
    "I": Sentence("hotels, restaurants and catering"),
    "J": Sentence("publishing and broadcasting"),
    "K": Sentence("telecom and computers"),
    "L": Sentence("finance"),
    "M": Sentence("real estate"),
    "N": Sentence("professional services"),
    "O": Sentence("business support (cleaning, security)"),
    "P": Sentence("public administration"),
    "Q": Sentence("schools"),
    "R": Sentence("care and welfare"),
    "S": Sentence("culture, sport and recreation"),
    "T": Sentence("other services"),
    "U": Sentence("work for households"),
    "V": Sentence("international organisations"),
}
"""Section letter → name, to stand inside a sentence."""


def sector_name(letter: str) -> Sentence:
    """Name a section by its letter."""
    return SECTOR_NAMES[letter]

"""What the levels of ISCED 2011 are called in the Netherlands (Statistics Netherlands, SOI 2021)."""

from collections.abc import Mapping

from app.rules.sentence import Sentence

EDUCATION_NAMES: Mapping[int, Sentence] = {
    0: Sentence("primary school not finished"),
    1: Sentence("primary school"),
    2: Sentence("vmbo, the first years of havo and vwo, or mbo 1"),
    3: Sentence("havo, vwo or mbo 2 to 4"),
    4: Sentence("a specialist training after mbo"),
    5: Sentence("associate degree"),
    6: Sentence("bachelor"),
    7: Sentence("master"),
    8: Sentence("doctorate"),
}
"""ISCED level → name, to stand inside a sentence."""

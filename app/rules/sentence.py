"""A sentence for a person, which still knows the language-independent text and values it was made of.

Rules and use cases say what they mean in English; the page that shows it looks up the Dutch. The text is the
key of the translation, so it is written out where the sentence is made, as in
`Sentence("It starts on %(day)s.", day=day)`, and never put together from pieces.
"""

from collections.abc import Mapping
from datetime import date

Value = str | int | date


class Sentence(str):
    """An English sentence, usable as any text, with its pattern and values beside it.

    A per cent sign in the pattern is written twice. A value may itself be a sentence.
    """

    pattern: str
    values: Mapping[str, Value]
    __slots__ = ("pattern", "values")

    def __new__(cls, pattern: str, /, **values: Value) -> "Sentence":
        """Fill in the values; fails loudly when the pattern asks for one that is not given."""
        made = super().__new__(cls, pattern % values)
        made.pattern = pattern
        made.values = values
        return made

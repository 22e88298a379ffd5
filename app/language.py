"""The reader's language: which one, and what our sentences are in it.

English is the language of the source, so an English sentence is its own translation. The Dutch ones stand in
`locale/nl/LC_MESSAGES/bestendig.po` and are compiled in memory when first asked for: editing that file is all
there is to changing a text. As in every gettext text with values, a per cent sign is written `%%`.
"""

from datetime import date
from enum import StrEnum
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.local_format import local_day
from app.rules.sentence import Sentence, Value

CATALOGUES = Path(__file__).parent / "locale"
COOKIE = "language"


class Language(StrEnum):
    """The languages of the screens; the first is what a reader gets who did not choose."""

    DUTCH = "nl"
    ENGLISH = "en"


def chosen_language(cookie: str | None, accept_language: str | None) -> Language:
    """Follow the reader's own choice, then what the browser asks for, then Dutch."""
    known = [language.value for language in Language]
    if cookie in known:
        return Language(cookie)
    found = negotiate_locale(accepted_tags(accept_language), known, sep="-")
    return Language(found) if found else Language.DUTCH


def accepted_tags(accept_language: str | None) -> list[str]:
    """The languages that a browser asks for, the most wanted first."""
    asked = sorted(_weighed(accept_language or ""), key=lambda pair: -pair[1])
    return [tag for tag, weight in asked if weight > 0]


@cache
def translations_into(language: str) -> NullTranslations:
    """Load the sentences of a language, once. In others than Dutch there are those of the participant's page only."""
    if language == Language.ENGLISH:
        return NullTranslations()
    file = "bestendig.po" if language == Language.DUTCH else "rating.po"
    with (CATALOGUES / language / "LC_MESSAGES" / file).open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def say(sentence: str, language: str) -> str:
    """Put a sentence into a language, with the days in it written the local way.

    A text that is no `Sentence` is somebody's own words, such as the name of a programme: it stays what it is.
    """
    if not isinstance(sentence, Sentence):
        return sentence
    pattern = translations_into(language).gettext(sentence.pattern)
    return pattern % {name: _local(value, language) for name, value in sentence.values.items()}


def _local(value: Value, language: str) -> str | int:
    if isinstance(value, Sentence):
        return say(value, language)
    return local_day(value, language) if isinstance(value, date) else value


def _weighed(accept_language: str) -> list[tuple[str, float]]:
    """Read an Accept-Language header as pairs of language tag and weight; an unreadable weight is none."""
    pairs = []
    for part in accept_language.split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            pairs.append((tag.strip(), float(weight or 1)))
        except ValueError:
            pairs.append((tag.strip(), 0.0))
    return pairs

"""The languages in which a participant is asked, with their own names and the side on which a line begins."""

from collections.abc import Mapping

from app.rules.code_lists import RatingLanguage

OWN_NAMES: Mapping[RatingLanguage, str] = {
    RatingLanguage.DUTCH: "Nederlands",
    RatingLanguage.ENGLISH: "English",
    RatingLanguage.ARABIC: "العربية",
    RatingLanguage.TIGRINYA: "ትግርኛ",
    RatingLanguage.UKRAINIAN: "Українська",
    RatingLanguage.TURKISH: "Türkçe",
}
RIGHT_TO_LEFT = frozenset({RatingLanguage.ARABIC})


def language_for(code: str | None) -> RatingLanguage:
    """The language for somebody who speaks the one with this code best (ISO 639, perhaps with a region).

    Dutch for whoever speaks one that we do not have, or of whom it is not known.
    """
    language = (code or "").partition("-")[0].lower()
    return RatingLanguage(language) if language in list(RatingLanguage) else RatingLanguage.DUTCH


def direction(language: RatingLanguage) -> str:
    """How a text in this language runs, as HTML calls it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"

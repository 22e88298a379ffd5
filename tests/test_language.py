"""What a reader reads: the right language, complete."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import app
from app.language import CATALOGUES, Language, chosen_language, say
from app.rules.code_lists import RatingLanguage
from app.rules.sentence import Sentence

METHODS = [("**/templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
KEYWORDS = {"_": None, "ngettext": (1, 2), "Sentence": None}
VALUE = re.compile(r"%\(\w+\)s")
OPTIONS = {"**/templates/**.html": {"trimmed": "true", "silent": "false"}}


def our_texts() -> set[str | tuple[str, ...]]:
    """Every text for a reader, from the templates and the code."""
    source = Path(app.__file__).parent
    return {
        found[2]
        for found in extract_from_dir(
            source.parent,
            METHODS,
            OPTIONS,
            KEYWORDS,
            directory_filter=lambda path: str(path).startswith(str(source)),
        )
    }


def dutch_texts() -> dict[str | tuple[str, ...], tuple[str, ...]]:
    with (CATALOGUES / "nl/LC_MESSAGES/bestendig.po").open("rb") as source:
        catalogue = read_po(source, locale="nl")
    return {
        tuple(message.id) if message.pluralizable else str(message.id): _forms(message.string)
        for message in catalogue
        if message.id
    }


def _forms(translated: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The text, or its singular and plural; nothing where it is not translated."""
    return (translated or "",) if isinstance(translated, str | None) else tuple(translated)


def test_every_text_has_a_dutch_translation() -> None:
    dutch = dutch_texts()
    untranslated = [text for text in our_texts() if not (translated := dutch.get(text)) or not all(translated)]
    assert untranslated == []


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    assert sorted(map(str, set(dutch_texts()) - our_texts())) == []


def test_a_text_is_translated_in_one_place() -> None:
    texts = re.findall(r'^msgid "(.+)"$', (CATALOGUES / "nl/LC_MESSAGES/bestendig.po").read_text(), re.MULTILINE)
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []


def test_a_translation_has_the_same_values_as_the_text() -> None:
    dutch = {text: translated for text, translated in dutch_texts().items() if isinstance(text, str)}
    different = [text for text, (said,) in dutch.items() if set(VALUE.findall(text)) != set(VALUE.findall(said))]
    assert different == []


@pytest.mark.parametrize(
    ("cookie", "header", "expected"),
    [
        (None, None, Language.DUTCH),
        ("en", "nl", Language.ENGLISH),
        ("de", "en-GB,en;q=0.9", Language.ENGLISH),
        (None, "fr,en;q=0.8,nl;q=0.9", Language.DUTCH),
        (None, "fr, en;q=zero", Language.DUTCH),
        (None, "en;q=0,nl", Language.DUTCH),
    ],
)
def test_a_reader_gets_the_chosen_language_then_the_browsers_then_dutch(
    cookie: str | None, header: str | None, expected: Language
) -> None:
    assert chosen_language(cookie, header) is expected


def test_a_sentence_takes_its_days_along_into_the_other_language() -> None:
    inner = Sentence("Today")
    sentence = Sentence("%(inner)s: %(day)s", inner=inner, day=date(2026, 3, 1))
    assert sentence == "Today: 2026-03-01"
    assert say(sentence, Language.DUTCH) == "Vandaag: 1 maart 2026"


RATING_LANGUAGES = [one for one in RatingLanguage if one.value not in {language.value for language in Language}]


def texts_for_participants() -> set[str]:
    """Every text of the page that a participant gets with a link."""
    templates = Path(app.__file__).parent / "templates"
    method = [("**.html", "jinja2.ext:babel_extract")]
    found = extract_from_dir(templates / "participant", method, {"**.html": {"trimmed": "true", "silent": "false"}})
    return {str(one[2]) for one in found}


@pytest.mark.parametrize("language", RATING_LANGUAGES)
def test_every_text_for_participants_is_there_in_each_of_their_languages(language: RatingLanguage) -> None:
    with (CATALOGUES / language / "LC_MESSAGES/rating.po").open("rb") as source:
        said = {str(message.id): str(message.string) for message in read_po(source, locale=language) if message.id}
    assert said.keys() == texts_for_participants()
    assert all(said.values())
    assert [text for text in said if set(VALUE.findall(text)) != set(VALUE.findall(said[text]))] == []
    assert [text for text in said if said[text] == text] == []

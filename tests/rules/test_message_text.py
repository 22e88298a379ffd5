"""What a message says when it goes out."""

from datetime import date
from itertools import product

import pytest

from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.message_html import message_html
from app.rules.message_text import MessageValues, Question, kind_of_mail, message_text
from app.rules.message_words import BUILT_IN, RENEWALS, MessageWords
from app.rules.placeholders import faults_of_words

DUTCH, ENGLISH = MessageLanguage.DUTCH, MessageLanguage.ENGLISH
LINK = "https://bestendig.example/confirm/a-secret"


def asked(person: str | None = "Amina K.", organisation: str = "Bakkerij Zon", job: str | None = "bakker") -> Question:
    return Question(person, organisation, job, date(2026, 3, 1), LINK)


def values(*questions: Question, name: str | None = "Jan Smit", sender: str | None = None) -> MessageValues:
    return MessageValues(name, "HOPE", sender, questions or (asked(),))


def first(*questions: Question, language: MessageLanguage = DUTCH, **about: str | None) -> str:
    words = BUILT_IN[MessageKind.FIRST, language]
    return message_text(words, language, values(*questions, **about)).text


@pytest.mark.parametrize(("kind", "language"), list(product(MessageKind, MessageLanguage)))
def test_there_are_words_for_every_kind_of_message_in_both_languages(
    kind: MessageKind, language: MessageLanguage
) -> None:
    words = BUILT_IN[kind, language]
    assert faults_of_words(kind, language, subject=words.subject, body=words.body) == {}
    made = message_text(words, language, values())
    assert "{" not in f"{made.subject}{made.text}"
    assert LINK in made.text.splitlines()
    assert (made.subject is None) == (kind is MessageKind.TEXT)


@pytest.mark.parametrize("language", list(MessageLanguage))
def test_a_new_link_comes_with_words_of_its_own(language: MessageLanguage) -> None:
    made = message_text(RENEWALS[language], language, values())
    assert LINK in made.text.splitlines()
    assert "{" not in f"{made.subject}{made.text}"


def test_each_person_is_named_as_the_employer_knows_them_above_the_link() -> None:
    assert f"Amina K., bakker, sinds 1 maart 2026\n{LINK}\n\nOmar B., sinds 1 maart 2026\n{LINK}" in first(
        asked(), asked("Omar B.", job=None)
    )


def test_the_employer_is_named_where_one_message_asks_about_several() -> None:
    text = first(asked(), asked("Omar B.", "Bakkerij Maan"), language=ENGLISH)
    assert "Amina K., bakker, Bakkerij Zon, since 1 March 2026" in text
    assert "Omar B., bakker, Bakkerij Maan, since 1 March 2026" in text


def test_a_participant_is_asked_about_their_own_work() -> None:
    made = message_text(BUILT_IN[MessageKind.PARTICIPANT, DUTCH], DUTCH, values(asked(None), name="Amina"))
    assert made.subject == "Werkt u nog bij Bakkerij Zon?"
    assert made.text.startswith("Hallo Amina,")
    assert "Bakkerij Zon, bakker, sinds 1 maart 2026" in made.text


def test_one_and_several_people_are_said_as_one_and_several() -> None:
    subject = BUILT_IN[MessageKind.FIRST, DUTCH]
    assert message_text(subject, DUTCH, values()).subject == "Korte vraag van HOPE over uw medewerker"
    assert (
        message_text(subject, DUTCH, values(asked(), asked())).subject == "Korte vraag van HOPE over uw 2 medewerkers"
    )


@pytest.mark.parametrize(("language", "greeting"), [(DUTCH, "Beste heer of mevrouw,"), (ENGLISH, "Dear sir or madam,")])
def test_somebody_without_a_name_is_greeted_all_the_same(language: MessageLanguage, greeting: str) -> None:
    assert first(language=language, name=None).startswith(greeting)


def test_the_sender_signs_and_without_one_the_programme_does() -> None:
    assert first(sender="Team nazorg").endswith("Met vriendelijke groet,\nTeam nazorg")
    assert first().endswith("Met vriendelijke groet,\nHOPE")


def test_what_is_filled_in_is_not_read_as_a_placeholder() -> None:
    assert "Beste {programma}," in first(name="{programma}")


def test_a_line_break_in_a_name_does_not_reach_the_subject() -> None:
    made = message_text(MessageWords("Voor {naam}", "{vragen}"), DUTCH, values(name="Jan\r\nBcc: een@ander.nl"))
    assert made.subject == "Voor Jan Bcc: een@ander.nl"


@pytest.mark.parametrize(
    ("times", "kind"), [([1], MessageKind.FIRST), ([1, 2], MessageKind.FIRST), ([2, 3], MessageKind.REMINDER)]
)
def test_a_mail_reminds_when_all_that_it_asks_was_asked_before(times: list[int], kind: MessageKind) -> None:
    assert kind_of_mail(times) is kind


def test_in_html_each_link_is_a_button_and_nothing_is_loaded_from_elsewhere() -> None:
    html = message_html("Vraag", first(asked(), asked("Omar B.")), DUTCH)
    assert html.count(f'<a href="{LINK}"') == 2
    assert html.count(">Antwoord geven</a>") == 2
    assert "<img" not in html
    assert "<link" not in html


def test_a_name_cannot_put_html_into_a_message() -> None:
    html = message_html("<b>", first(name='<script src="https://x.example/">'), DUTCH)
    assert "<script" not in html
    assert "<b>" not in html

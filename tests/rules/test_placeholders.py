"""What a programme can write in the text of a message."""

import pytest

from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.placeholders import faults_of_words

DUTCH, ENGLISH = MessageLanguage.DUTCH, MessageLanguage.ENGLISH


def faults(
    body: str,
    subject: str | None = "Vraag",
    kind: MessageKind = MessageKind.FIRST,
    language: MessageLanguage = DUTCH,
) -> dict[str, str]:
    return {field: str(fault) for field, fault in faults_of_words(kind, language, subject=subject, body=body).items()}


def test_a_text_with_the_links_can_be_sent() -> None:
    assert faults("Dag {naam}, {vragen} {afzender}") == {}
    assert faults("{questions}", language=ENGLISH) == {}


@pytest.mark.parametrize(("language", "word"), [(DUTCH, "{vragen}"), (ENGLISH, "{questions}")])
def test_a_text_without_the_links_is_refused(language: MessageLanguage, word: str) -> None:
    assert faults("Dag", language=language) == {
        "body": f"Write {word} where the links must come. Without it nobody can answer."
    }


def test_a_word_that_cannot_be_filled_in_is_refused_with_those_that_can() -> None:
    assert faults("{vragen} {voornaam}")["body"] == (
        "{voornaam} cannot be filled in. "
        "Choose from: {naam}, {programma}, {werkgever}, {medewerkers}, {vragen}, {afzender}."
    )


def test_a_participant_is_nobodys_employee_in_a_message_of_their_own() -> None:
    assert (
        "{medewerkers} cannot be filled in." in faults("{vragen} {medewerkers}", kind=MessageKind.PARTICIPANT)["body"]
    )


@pytest.mark.parametrize("body", ["{vragen} {naam", "{vragen} naam}", "{{vragen}}"])
def test_a_brace_that_stands_alone_is_refused(body: str) -> None:
    assert faults(body)["body"].startswith("A brace stands alone in this text.")


@pytest.mark.parametrize(
    ("subject", "fault"),
    [
        (None, "Fill in a subject."),
        ("  ", "Fill in a subject."),
        ("Een\nBcc: ander@example.nl", "Write the subject on one line."),
        ("Kijk: {vragen}", "Links cannot stand in the subject. Write {vragen} in the text."),
        ("Voor {wie}", "{wie} cannot be filled in."),
    ],
)
def test_a_subject_is_one_line_without_links(subject: str | None, fault: str) -> None:
    assert faults("{vragen}", subject)["subject"].startswith(fault)


def test_a_text_message_has_no_subject() -> None:
    assert faults("{vragen}", None, MessageKind.TEXT) == {}

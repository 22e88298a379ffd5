"""Makes of the words of a message, and of what it asks, the subject and the text that go out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.message_words import MessageWords
from app.rules.placeholders import BETWEEN_BRACES, WORDS, Placeholder

DUTCH = MessageLanguage.DUTCH
SUBJECT_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Question:
    """One question in a message: the person as the employer knows them (first name and initial), the job, the link.

    To a participant `person` is None: the question is about themselves.
    """

    person: str | None
    organisation: str
    job_title: str | None
    starts_on: date
    link: str


@dataclass(frozen=True, slots=True)
class MessageValues:
    """What is filled in: who gets the message, from whom, and what it asks. Without a sender the programme sends it."""

    name: str | None
    programme: str
    sender: str | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class MessageText:
    """A message as it goes out. A text message has no subject; each link stands on a line of its own."""

    subject: str | None
    text: str


def kind_of_mail(times: Collection[int]) -> MessageKind:
    """Which words a mail to an employer has: a reminder when all of its questions were asked before.

    `times` is of each question which time it is asked, counted from 1.
    """
    return MessageKind.REMINDER if min(times) > 1 else MessageKind.FIRST


def message_text(words: MessageWords, language: MessageLanguage, values: MessageValues) -> MessageText:
    """Fill in the words. What is filled in is never read as a placeholder, nor can it break the subject's line."""
    filling = _filling(language, values)
    subject = None if words.subject is None else _one_line(_filled(words.subject, filling))[:SUBJECT_AT_MOST]
    return MessageText(subject, _filled(words.body.replace("\r\n", "\n"), filling))


def _filled(text: str, filling: Mapping[str, str]) -> str:
    return BETWEEN_BRACES.sub(lambda word: filling.get(word.group(), word.group()), text)


def _filling(language: MessageLanguage, values: MessageValues) -> dict[str, str]:
    nobody = "heer of mevrouw" if language is DUTCH else "sir or madam"
    organisations = list(dict.fromkeys(_one_line(question.organisation) for question in values.questions))
    told = {
        Placeholder.NAME: _one_line(values.name or nobody),
        Placeholder.PROGRAMME: _one_line(values.programme),
        Placeholder.ORGANISATION: _listed(organisations, language),
        Placeholder.EMPLOYEES: _employees(language, len(values.questions)),
        Placeholder.QUESTIONS: "\n\n".join(
            f"{_about(question, language, len(organisations) > 1)}\n{question.link}" for question in values.questions
        ),
        Placeholder.SENDER: _one_line(values.sender or values.programme),
    }
    return {WORDS[language][placeholder]: text for placeholder, text in told.items()}


def _about(question: Question, language: MessageLanguage, several_organisations: bool) -> str:
    """Of whom or of what a question is: "Amina K., kok, sinds 1 maart 2026"."""
    dutch = language is DUTCH
    day = format_date(question.starts_on, "d MMMM y", locale="nl_NL" if dutch else "en_GB")
    if question.person is None:
        parts = [question.organisation, question.job_title]
    else:
        parts = [question.person, question.job_title, question.organisation if several_organisations else None]
    return ", ".join([*(_one_line(part) for part in parts if part), f"{'sinds' if dutch else 'since'} {day}"])


def _employees(language: MessageLanguage, number: int) -> str:
    if language is DUTCH:
        return "uw medewerker" if number == 1 else f"uw {number} medewerkers"
    return "your employee" if number == 1 else f"your {number} employees"


def _listed(names: list[str], language: MessageLanguage) -> str:
    *others, last = names
    return f"{', '.join(others)} {'en' if language is DUTCH else 'and'} {last}" if others else last


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""The words between braces that a message can hold, which are filled in when it is sent: a closed list."""

import re
from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.sentence import Sentence

BETWEEN_BRACES = re.compile(r"\{([^{}\n]*)\}")


class Placeholder(StrEnum):
    """What can be filled in."""

    NAME = "name"
    PROGRAMME = "programme"
    ORGANISATION = "organisation"
    EMPLOYEES = "employees"
    QUESTIONS = "questions"
    SENDER = "sender"


WORDS: Mapping[MessageLanguage, Mapping[Placeholder, str]] = {
    MessageLanguage.DUTCH: {
        Placeholder.NAME: "{naam}",
        Placeholder.PROGRAMME: "{programma}",
        Placeholder.ORGANISATION: "{werkgever}",
        Placeholder.EMPLOYEES: "{medewerkers}",
        Placeholder.QUESTIONS: "{vragen}",
        Placeholder.SENDER: "{afzender}",
    },
    MessageLanguage.ENGLISH: {one: f"{{{one}}}" for one in Placeholder},
}
"""What somebody writes for each, in the language of the message."""

MEANINGS: Mapping[Placeholder, Sentence] = {
    Placeholder.NAME: Sentence("The name of the person who gets the message."),
    Placeholder.PROGRAMME: Sentence("The name of the programme."),
    Placeholder.ORGANISATION: Sentence("The name of the employer."),
    Placeholder.EMPLOYEES: Sentence("“your employee”, or “your 3 employees” when one message asks about three."),
    Placeholder.QUESTIONS: Sentence("Each person about whom you ask, with the link. A message cannot do without."),
    Placeholder.SENDER: Sentence("The name of the sender."),
}
"""What is filled in for each."""


def placeholders_for(kind: MessageKind) -> tuple[Placeholder, ...]:
    """What a message of this kind can hold. A participant is not somebody's employee in a message of their own."""
    return tuple(one for one in Placeholder if kind is not MessageKind.PARTICIPANT or one is not Placeholder.EMPLOYEES)


def faults_of_words(
    kind: MessageKind, language: MessageLanguage, *, subject: str | None, body: str
) -> dict[str, Sentence]:
    """What is wrong with the subject and the body that somebody wrote, by field; nothing when they can be sent."""
    links = WORDS[language][Placeholder.QUESTIONS]
    found = {"body": _fault_of_braces(body, kind, language)}
    if not found["body"] and links not in body:
        found["body"] = Sentence("Write %(word)s where the links must come. Without it nobody can answer.", word=links)
    if kind is not MessageKind.TEXT:
        found["subject"] = _fault_of_subject((subject or "").strip(), kind, language)
    return {field: fault for field, fault in found.items() if fault}


def _fault_of_subject(subject: str, kind: MessageKind, language: MessageLanguage) -> Sentence | None:
    if not subject:
        return Sentence("Fill in a subject.")
    if len(subject.splitlines()) > 1:
        return Sentence("Write the subject on one line.")
    if (links := WORDS[language][Placeholder.QUESTIONS]) in subject:
        return Sentence("Links cannot stand in the subject. Write %(word)s in the text.", word=links)
    return _fault_of_braces(subject, kind, language)


def _fault_of_braces(text: str, kind: MessageKind, language: MessageLanguage) -> Sentence | None:
    usable = [WORDS[language][one] for one in placeholders_for(kind)]
    unknown = [word.group() for word in BETWEEN_BRACES.finditer(text) if word.group() not in usable]
    choice = ", ".join(usable)
    if unknown:
        return Sentence("%(word)s cannot be filled in. Choose from: %(choice)s.", word=unknown[0], choice=choice)
    if set("{}") & set(BETWEEN_BRACES.sub("", text)):
        return Sentence("A brace stands alone in this text. Write one of: %(choice)s.", choice=choice)
    return None

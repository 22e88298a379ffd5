"""The built-in words of messages: a programme that writes none of its own sends these."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.code_lists import MessageKind, MessageLanguage

DUTCH, ENGLISH = MessageLanguage.DUTCH, MessageLanguage.ENGLISH


@dataclass(frozen=True, slots=True)
class MessageWords:
    """A subject and a body with placeholders. A text message has no subject."""

    subject: str | None
    body: str


BUILT_IN: Mapping[tuple[MessageKind, MessageLanguage], MessageWords] = {
    (MessageKind.FIRST, DUTCH): MessageWords(
        "Korte vraag van {programma} over {medewerkers}",
        """Beste {naam},

{programma} wil graag weten of werk blijft. Daarom hebben wij een korte vraag over {medewerkers}. \
Een antwoord kost minder dan een minuut. U hebt geen account nodig.

{vragen}

Werkt iemand niet meer bij u? Laat ons dat ook weten. Dat antwoord is net zo belangrijk.

Met vriendelijke groet,
{afzender}""",
    ),
    (MessageKind.FIRST, ENGLISH): MessageWords(
        "A short question from {programme} about {employees}",
        """Dear {name},

{programme} would like to know whether work lasts. That is why we have a short question about {employees}. \
It takes less than a minute. You need no account.

{questions}

Does somebody no longer work for you? Please tell us that too. That answer is just as important.

Kind regards,
{sender}""",
    ),
    (MessageKind.REMINDER, DUTCH): MessageWords(
        "Herinnering: korte vraag van {programma} over {medewerkers}",
        """Beste {naam},

Wij hebben u een vraag gesteld over {medewerkers}. Wij hebben nog geen antwoord. \
Wilt u nu antwoorden? Het kost minder dan een minuut. U hebt geen account nodig.

{vragen}

Weet u het antwoord niet? Stuur dit bericht dan door aan een collega die het wel weet.

Met vriendelijke groet,
{afzender}""",
    ),
    (MessageKind.REMINDER, ENGLISH): MessageWords(
        "Reminder: a short question from {programme} about {employees}",
        """Dear {name},

We asked you a question about {employees}. We do not have an answer yet. \
Would you answer now? It takes less than a minute. You need no account.

{questions}

Do you not know the answer? Please send this message on to a colleague who does.

Kind regards,
{sender}""",
    ),
    (MessageKind.PARTICIPANT, DUTCH): MessageWords(
        "Werkt u nog bij {werkgever}?",
        """Hallo {naam},

U bent via {programma} gaan werken bij {werkgever}. Werkt u daar nog? \
U hoeft maar één vraag te beantwoorden. U hebt geen account nodig.

{vragen}

Werkt u daar niet meer? Laat ons dat ook weten.

Met vriendelijke groet,
{afzender}""",
    ),
    (MessageKind.PARTICIPANT, ENGLISH): MessageWords(
        "Do you still work at {organisation}?",
        """Hello {name},

You went to work at {organisation} with the help of {programme}. Do you still work there? \
There is one question to answer. You need no account.

{questions}

Do you no longer work there? Please tell us that too.

Kind regards,
{sender}""",
    ),
    (MessageKind.TEXT, DUTCH): MessageWords(
        None, "{programma} heeft een korte vraag over {medewerkers}. U hebt geen account nodig.\n{vragen}"
    ),
    (MessageKind.TEXT, ENGLISH): MessageWords(
        None, "{programme} has a short question about {employees}. You need no account.\n{questions}"
    ),
}

RENEWALS: Mapping[MessageLanguage, MessageWords] = {
    DUTCH: MessageWords(
        "Uw nieuwe link van {programma}",
        """Beste {naam},

U hebt een nieuwe link gevraagd. Hier is hij.

{vragen}

Hebt u geen nieuwe link gevraagd? Dan hoeft u niets te doen.

Met vriendelijke groet,
{afzender}""",
    ),
    ENGLISH: MessageWords(
        "Your new link from {programme}",
        """Dear {name},

You asked for a new link. Here it is.

{questions}

Did you not ask for a new link? Then you need not do anything.

Kind regards,
{sender}""",
    ),
}
"""What goes with a new link that somebody asked for. It is the same for every programme."""

"""How the programme asks: signed by its team, and with a reminder in its own words since last week."""

from datetime import timedelta

from app.demo.book import Book
from app.demo.setting import Setting
from app.models.programme_design import AskingPolicy
from app.rules.code_lists import MessageKind, MessageLanguage

REMINDER = """Beste {naam},

Vorige week vroegen wij u iets over {medewerkers}. Misschien kwam het er nog niet van. \
Wilt u nu even antwoorden? Eén keer tikken is vaak genoeg.

{vragen}

Belt u liever? Dat kan natuurlijk ook.

Hartelijke groet,
{afzender}"""


def add_own_words(book: Book, setting: Setting) -> None:
    """Say who signs, and write one kind of message anew."""
    asking = AskingPolicy(sender_name="Team nazorg Werkspoor", reply_to="nazorg@werkspoor.example")
    book.first["programme"][setting.programme_id]["asking"] = asking.model_dump(mode="json", by_alias=True)
    book.add(
        "message_template",
        book.today - timedelta(days=6),
        setting.coordinator.account_id,
        programme_id=setting.programme_id,
        kind=MessageKind.REMINDER,
        language=MessageLanguage.DUTCH,
        subject="Nog even: werkt het met {medewerkers}?",
        body=REMINDER,
    )

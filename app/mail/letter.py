"""An e-mail: who sends what to whom, as plain text and as HTML."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from app.mail.address import on_the_line
from app.rules.code_lists import MessageLanguage
from app.rules.message_html import message_html


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail to one address. `mail_id` is its Message-ID, which stays the same when it is repeated."""

    mail_id: str
    sender: str
    sender_name: str
    recipient: str
    subject: str
    text: str
    language: MessageLanguage
    at: datetime
    reply_to: str | None = None


def written(letter: Letter) -> bytes:
    """The mail as it goes over the line.

    It says that a program sent it (RFC 3834), so that no absence notice comes back. Raises ValueError when one of the
    addresses is none.
    """
    subject = _without_breaks(letter.subject)
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = letter.mail_id
    mail["Date"] = format_datetime(letter.at)
    mail["From"] = Address(_without_breaks(letter.sender_name), addr_spec=on_the_line(letter.sender))
    mail["To"] = Address(addr_spec=on_the_line(letter.recipient))
    if letter.reply_to:
        mail["Reply-To"] = Address(addr_spec=on_the_line(letter.reply_to))
    mail["Subject"] = subject
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    mail["Content-Language"] = letter.language.value
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(message_html(subject, letter.text, letter.language), subtype="html", cte="quoted-printable")
    return mail.as_bytes()


def _without_breaks(words: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())

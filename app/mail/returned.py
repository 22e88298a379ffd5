"""Reads mail that came back: which of our messages could not be delivered, and why (RFC 3464)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from app.mail.outcome import one_line

OUR_MESSAGE = re.compile(r"<[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}@[^\s<>]+>")
CAME_BACK = "It came back without a reason."


@dataclass(frozen=True, slots=True)
class Returned:
    """A message of ours, by its Message-ID, that could not be delivered for good, with the reason in one line."""

    mail_id: str
    reason: str


def returned_message(raw: bytes) -> Returned | None:
    """Tell which message of ours a mail gives back; None when it is something else, such as a delay or an absence."""
    mail = message_from_bytes(raw, policy=default)
    failures = [reason for part in mail.walk() for reason in _failures(part)]
    if not failures and mail["X-Failed-Recipients"]:
        failures = [CAME_BACK]
    found = OUR_MESSAGE.search(_everything_quoted(mail, raw))
    return Returned(found[0], failures[0]) if failures and found else None


def _failures(part: EmailMessage) -> Iterator[str]:
    """The reason per recipient that a delivery report says has failed for good."""
    if part.get_content_type() != "message/delivery-status":
        return
    for fields in part.iter_parts():
        if str(fields.get("Action", "")).strip().lower() == "failed":
            told = fields.get("Diagnostic-Code") or fields.get("Status") or CAME_BACK
            yield one_line(str(told).removeprefix("smtp;"))


def _everything_quoted(mail: EmailMessage, raw: bytes) -> str:
    """The returned mail or its headers, decoded, and else all there is: older servers quote it in their own text."""
    parts = [str(part) for part in mail.walk() if part.get_content_type() in ("message/rfc822", "text/rfc822-headers")]
    return "\n".join([*parts, raw.decode("ascii", "replace")])

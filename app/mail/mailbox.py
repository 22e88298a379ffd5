"""The mailbox that returned mail comes to, read over IMAP."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from imaplib import IMAP4, IMAP4_SSL
from typing import Any

from app.mail.smtp import Security

AT_MOST = 100
"""Mails read in one go; the next go reads on."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where returned mail can be read, and how."""

    host: str
    port: int
    security: Security
    user: str
    folder: str
    seconds: float
    password: str = field(repr=False)
    certificates: str | None = None


class OpenMailbox:
    """A mailbox that is being read. Mails stay in it; those that were dealt with are marked as seen."""

    def __init__(self, imap: IMAP4) -> None:
        self._imap = imap

    def unseen(self) -> Iterator[tuple[str, bytes]]:
        """The mails that nobody dealt with, oldest first, each with the number the mailbox knows it by."""
        found = _done(self._imap.uid("search", "UNSEEN"))
        for number in (found[0] or b"").decode().split()[:AT_MOST]:
            for part in _done(self._imap.uid("fetch", number, "(BODY.PEEK[])")):
                if isinstance(part, tuple):
                    yield number, part[1]

    def dealt_with(self, numbers: list[str]) -> None:
        """Mark mails, so that they are not read again."""
        if numbers:
            _done(self._imap.uid("store", ",".join(numbers), "+FLAGS", r"(\Seen)"))


@contextmanager
def opened(mailbox: Mailbox) -> Iterator[OpenMailbox]:
    """Sign in to a mailbox for as long as the block lasts. Raises OSError or IMAP4.error when that does not work."""
    context = ssl.create_default_context(cafile=mailbox.certificates)
    if mailbox.security is Security.TLS:
        imap: IMAP4 = IMAP4_SSL(mailbox.host, mailbox.port, ssl_context=context, timeout=mailbox.seconds)
    else:
        imap = IMAP4(mailbox.host, mailbox.port, timeout=mailbox.seconds)
    try:
        if mailbox.security is Security.STARTTLS:
            imap.starttls(context)
        imap.login(mailbox.user, mailbox.password)
        _done(imap.select(_quoted(mailbox.folder)))
        yield OpenMailbox(imap)
    finally:
        with suppress(OSError, IMAP4.error):
            imap.logout()


def _done(answer: tuple[str, list[Any]]) -> list[Any]:
    """What the mailbox answered, when it did what was asked."""
    if answer[0] != "OK":
        raise IMAP4.error("The mailbox did not do what was asked.")
    return answer[1]


def _quoted(folder: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", folder) + '"'

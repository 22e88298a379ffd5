"""What can become of handing a message over, when it was not taken.

    NotTaken
    ├── Refused     for good: the address or the message itself
    ├── NotNow      nothing was taken, and it can be tried again
    │   └── NoLine  there is no line to the server, so that other messages need not be tried either
    └── NobodyKnows the message was on its way when the line broke: it may have been taken

`reply` is what the server answered, or what kind of fault it was; at most a thousand characters.
"""

REPLY_AT_MOST = 1000


class NotTaken(Exception):
    """A message was not, or perhaps not, taken."""

    def __init__(self, reply: str) -> None:
        self.reply = one_line(reply)
        super().__init__(self.reply)


class Refused(NotTaken):
    """The server will never take it."""


class NotNow(NotTaken):
    """The server took nothing; it can be tried later."""


class NoLine(NotNow):
    """The server cannot be reached, or does not let us in; nothing was taken."""


class NobodyKnows(NotTaken):
    """The line broke, or nothing was answered, after the message was on its way."""


def one_line(reply: str) -> str:
    """An answer as it can be kept: one line of printable characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in reply).split())[:REPLY_AT_MOST]

"""A file that is not read at all."""

from __future__ import annotations

from app.errors import Refusal
from app.rules.sentence import Sentence


class FileRefused(Refusal):
    """The file can not be imported, for the reason given. Nothing has been written."""

    code = "file-refused"
    title = "This file cannot be imported"

    def __init__(self, reason: Sentence) -> None:
        super().__init__(reason)
        self.reason = reason

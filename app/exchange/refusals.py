"""A file that is not read at all."""

from __future__ import annotations

from app.exchange.wording import Wording


class FileRefused(Exception):  # noqa: N818 -- named after what happens, as the coordinator sees it
    """The file can not be imported; ``wording`` says why in one sentence. Nothing has been written."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(str(wording))
        self.wording = wording

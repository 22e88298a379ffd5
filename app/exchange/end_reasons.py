"""Why something ended: coordinators write it in their own words, the list of reasons is closed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from app.rules.folded_text import folded

EndReason = TypeVar("EndReason", bound=StrEnum)


def reason_and_note(
    words: Mapping[str, EndReason], other: EndReason, written: str | None
) -> tuple[EndReason | None, str | None]:
    """The reason from the list, and the words themselves where the list has none for them.

    Words that the list does not know become "other" with the words as a note: nothing is lost or guessed.
    """
    if written is None:
        return None, None
    known = {folded(word): reason for word, reason in words.items()} | {
        reason.value: reason for reason in words.values()
    }
    reason = known.get(folded(written))
    return (reason, None) if reason is not None else (other, written)

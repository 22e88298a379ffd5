"""Whether a confirmation link still opens the question, and where it leads."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.rules.code_lists import AskedOf

LASTS = timedelta(days=60)
"""As long as an answer to a follow-up is waited for after its day."""
GRACE = timedelta(hours=1)
"""Whoever opened the page in time may finish typing."""
RENEWED_AGAIN_AFTER = timedelta(days=1)
COVERED_BY = timedelta(hours=12)
"""Whoever asks for a new link so soon after one was made for the same question has been helped by that one."""
RENEWED_WITHIN = timedelta(days=14)
"""A new link that could not be sent, because no address was known, is still sent when one is found in this time."""

TAKEN_ALONG = ".,;:!?)>]\"'"
"""What mail programs take for a part of an address when it stands right behind it."""
PATHS = {AskedOf.EMPLOYER: "/confirm", AskedOf.PARTICIPANT: "/own-work"}


class LinkState(StrEnum):
    """What a link can be."""

    OPEN = "open"
    ANSWERED = "answered"
    EXPIRED = "expired"
    REVOKED = "revoked"


OPENS = frozenset({LinkState.OPEN, LinkState.ANSWERED})


def link_state(
    at: datetime, *, expires_at: datetime, answered_at: datetime | None, revoked_at: datetime | None
) -> LinkState:
    """Tell the state of a link at a moment. An answer can be corrected for as long as the link lasts."""
    if revoked_at is not None:
        return LinkState.REVOKED
    if at >= expires_at:
        return LinkState.EXPIRED
    return LinkState.ANSWERED if answered_at is not None else LinkState.OPEN


def link_path(asked_of: AskedOf, secret: str) -> str:
    """The path of the page behind a link: an employer's, or a participant's own."""
    return f"{PATHS[asked_of]}/{secret}"


def bare_secret(written: str) -> str:
    """The secret in an address as somebody opened it; secrets themselves end in none of these signs."""
    return written.rstrip(TAKEN_ALONG)


def may_ask_again(at: datetime, *, renewed_at: datetime | None) -> bool:
    """Whether somebody may ask for a new link: once a day with each link."""
    return renewed_at is None or at - renewed_at >= RENEWED_AGAIN_AFTER

"""Whether a confirmation link still opens the question."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.rules.code_lists import AskedOf

LASTS = timedelta(days=60)
"""As long as an answer to a follow-up is waited for after its day."""

PATHS = {AskedOf.EMPLOYER: "/confirm", AskedOf.PARTICIPANT: "/own-work"}


class LinkState(StrEnum):
    """What a link can be."""

    OPEN = "open"
    ANSWERED = "answered"
    EXPIRED = "expired"
    REVOKED = "revoked"


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

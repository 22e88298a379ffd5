"""How often somebody may try a password."""

from datetime import datetime, timedelta

ATTEMPTS = 5
WAIT = timedelta(minutes=15)


def locked_until(failed_attempts: int, at: datetime) -> datetime | None:
    """Tell until when nobody may try again after so many wrong passwords in a row; None when one may."""
    return at + WAIT if failed_attempts >= ATTEMPTS else None

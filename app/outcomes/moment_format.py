"""How JSON tells a moment: in UTC, as RFC 3339 has it."""

from datetime import UTC, datetime


def in_utc(moment: datetime) -> str:
    """As 2026-03-31T12:00:00Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")

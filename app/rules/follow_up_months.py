"""When the programme asks again."""

DEFAULT_FOLLOW_UP_MONTHS = (3, 6, 12, 24)
"""Months after the start of the first paid placement, unless a programme chooses otherwise."""

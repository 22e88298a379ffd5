"""The one state that a person has for a metric."""

from __future__ import annotations

from enum import StrEnum


class OutcomeState(StrEnum):
    """Not yet due and unanswered are never no; excluded leaves numerator and denominator both."""

    YES = "yes"
    NO = "no"
    NOT_YET_DUE = "not_yet_due"
    UNANSWERED = "unanswered"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    EXCLUDED = "excluded"

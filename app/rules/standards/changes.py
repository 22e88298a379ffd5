"""In which ways one person can count otherwise under a standard of others than in our own number."""

from __future__ import annotations

from enum import StrEnum

from app.rules.outcome_state import OutcomeState

UNKNOWN = frozenset({OutcomeState.UNANSWERED, OutcomeState.UNREACHABLE, OutcomeState.REFUSED})


class Change(StrEnum):
    """What a standard makes of somebody, beside what we do."""

    MORE_YES = "more_yes"
    """Yes there, and not here."""
    FEWER_YES = "fewer_yes"
    """Yes here, and no there."""
    UNKNOWN_AS_NO = "unknown_as_no"
    """Unknown here, and no there."""
    MORE_UNKNOWN = "more_unknown"
    """Known here, and unknown there."""
    LATER_DUE = "later_due"
    """Due here, and not yet there."""
    SOONER_DUE = "sooner_due"
    """Not yet due here, and due there without a yes."""
    LEFT_OUT = "left_out"
    """Counted here, and not there."""
    ADDED = "added"
    """Counted there, and not here."""
    DIED = "died"
    """Died between the one day and the other."""


def change(ours: OutcomeState | None, theirs: OutcomeState | None) -> Change | None:
    """How a person counts otherwise; None when the person does not."""
    if ours is theirs or {ours, theirs} == {None, OutcomeState.EXCLUDED}:
        return None
    if theirs is None or ours is None:
        return Change.LEFT_OUT if theirs is None else Change.ADDED
    if OutcomeState.EXCLUDED in (ours, theirs):
        return Change.DIED
    return _of_counted(ours, theirs)


def _of_counted(ours: OutcomeState, theirs: OutcomeState) -> Change | None:
    if theirs is OutcomeState.NOT_YET_DUE:
        return Change.LATER_DUE
    if theirs is OutcomeState.YES:
        return Change.MORE_YES
    if ours is OutcomeState.NOT_YET_DUE:
        return Change.SOONER_DUE
    if theirs in UNKNOWN:
        return None if ours in UNKNOWN else Change.MORE_UNKNOWN
    return Change.UNKNOWN_AS_NO if ours in UNKNOWN else Change.FEWER_YES

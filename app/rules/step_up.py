"""Is one job better than an earlier one? As ESF+ has it: more certain, no longer under-employed, or of a higher level.

A raise alone is no step up, and neither is a move to self-employment alone.
"""

from __future__ import annotations

from app.rules.code_lists import Contract
from app.rules.job_match import HOURS_THAT_STILL_MATCH
from app.rules.outcome_facts import Placement

PRECARIOUS = frozenset(Contract) - {Contract.PERMANENT, Contract.SELF_EMPLOYED}
"""Contracts that end by themselves, or that promise no hours."""

FULL_HOURS = 33
"""Hours a week from which somebody is not under-employed, where it is not known what the person wishes."""

SKILL_LEVEL = {"1": 4, "2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1}
"""ISCO-08 major group → skill level of ISCO-08, 1 to 4; the armed forces (0) have no level of their own."""


def is_step_up(before: Placement, after: Placement, wished_hours: float | None) -> bool | None:
    """True when one of the three steps was made; None while none is known and one may have been."""
    steps = (_more_certain(before, after), _fuller(before, after, wished_hours), _higher(before, after))
    if True in steps:
        return True
    return None if None in steps else False


def _more_certain(before: Placement, after: Placement) -> bool | None:
    if before.contract is None or after.contract is None:
        return None
    return before.contract in PRECARIOUS and after.contract is Contract.PERMANENT


def _fuller(before: Placement, after: Placement, wished_hours: float | None) -> bool | None:
    if before.job.hours is None or after.job.hours is None:
        return None
    full = FULL_HOURS if wished_hours is None else wished_hours - HOURS_THAT_STILL_MATCH
    return before.job.hours < full <= after.job.hours


def _higher(before: Placement, after: Placement) -> bool | None:
    levels = [SKILL_LEVEL.get((one.job.occupation or " ")[0]) for one in (before, after)]
    return None if levels[0] is None or levels[1] is None else levels[0] < levels[1]

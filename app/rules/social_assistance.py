"""Did somebody have social assistance (bijstand) on a day? What was said nearest to that day counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.rules.evidence import STRENGTH, Observation

REACH = 31
"""Days before and after a statement for which it still speaks: social assistance is granted by the month."""


def off_social_assistance_on(day: date, said: Iterable[Observation]) -> bool | None:
    """Whether somebody had no social assistance on a day; None when nobody said so near enough.

    Of statements that are equally near the stronger source counts, then the one recorded last. When yes and no tie
    completely, neither counts.
    """
    near = [one for one in said if one.on_social_assistance is not None and abs((one.on - day).days) <= REACH]
    if not near:
        return None

    def weight(one: Observation) -> tuple[int, int, float]:
        return -abs((one.on - day).days), STRENGTH[one.source], one.recorded_at.timestamp()

    best = max(map(weight, near))
    answers = {not one.on_social_assistance for one in near if weight(one) == best}
    return answers.pop() if len(answers) == 1 else None

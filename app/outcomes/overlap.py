"""Scopes that overlap: whoever reads about the residents of a municipality and about whole programmes as well.

Those residents who are in such a programme would be a group of both reports. What each report withholds is decided
without the other, so this reader gets them as a group of neither: then no count of the one is part of the other.
"""

from __future__ import annotations

from collections.abc import Collection

from app.actor import Actor
from app.outcomes.statement import TEAM_ONLY, Dimension
from app.rules.code_lists import Role
from app.rules.sentence import Sentence

WHERE_PEOPLE_LIVE = frozenset({Dimension.REGION, Dimension.MUNICIPALITY})
WHERE_PEOPLE_TAKE_PART = frozenset({Dimension.PROGRAMME, Dimension.COHORT})

GO_TOGETHER = (
    (WHERE_PEOPLE_TAKE_PART, frozenset({Dimension.START_YEAR, Dimension.START_QUARTER})),
    (frozenset({Dimension.SECTOR}), frozenset({Dimension.EMPLOYER_SIZE})),
)
"""Where the one nearly tells the other, most rows of a table of both are empty, and the others give them away."""


def tell_each_other(group_by: Collection[str | None]) -> Sentence | None:
    """Why nothing is published that is split by these two; None when nothing is against it."""
    if any(one.intersection(group_by) and other.intersection(group_by) for one, other in GO_TOGETHER):
        return Sentence("These two say nearly the same of people. Split by one of them.")
    return None


def told_twice(by: Actor, *, about_programme: bool, group_by: Collection[str]) -> Sentence | None:
    """Why this actor is not given a published report with these groups; None when nothing is against it."""
    if TEAM_ONLY.intersection(group_by):
        return Sentence(
            "Kinds of programme and types of intervention are for the team of a programme only: everybody knows which "
            "programmes are of a kind, so their numbers could be worked out. Split by programme instead."
        )
    if reason := tell_each_other(group_by):
        return reason
    if not by.municipalities() or not by.programmes(Role.COORDINATOR, Role.COACH, Role.MUNICIPALITY):
        return None
    if about_programme and WHERE_PEOPLE_LIVE.intersection(group_by):
        return Sentence(
            "You read about all residents of a municipality as well. Whoever lays the two side by side could learn "
            "something about a few people, so for you a programme is not split by where people live."
        )
    if not about_programme and WHERE_PEOPLE_TAKE_PART.intersection(group_by):
        return Sentence(
            "You read about a whole programme as well. Whoever lays the two side by side could learn something about "
            "a few people, so for you the residents are not split by programme."
        )
    return None

"""Why a report about an earlier day has other numbers by now: which facts were recorded or corrected since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.rules.disclosure import SUPPRESSED, PublishedCount
from app.rules.other_worlds import rounded
from app.rules.sentence import Sentence


class ChangedFact(StrEnum):
    """What was recorded later than the report, about a day before its reference date."""

    LATE_TRAJECTORY = "late_trajectory"
    CHANGED_TRAJECTORY = "changed_trajectory"
    LATE_PLACEMENT = "late_placement"
    CHANGED_PLACEMENT = "changed_placement"
    NEW_ANSWER = "new_answer"
    CORRECTED_ANSWER = "corrected_answer"
    CLOSED_FOLLOW_UP = "closed_follow_up"
    NEW_RATING = "new_rating"
    NEW_MEASUREMENT = "new_measurement"
    CHANGED_PROFILE = "changed_profile"


CHANGED_FACTS: Mapping[ChangedFact, Sentence] = {
    ChangedFact.LATE_TRAJECTORY: Sentence("Trajectory recorded later"),
    ChangedFact.CHANGED_TRAJECTORY: Sentence("Step or date of the trajectory recorded later, or corrected"),
    ChangedFact.LATE_PLACEMENT: Sentence("Placement recorded later"),
    ChangedFact.CHANGED_PLACEMENT: Sentence("End of a placement recorded later, or placement corrected"),
    ChangedFact.NEW_ANSWER: Sentence("Answer about work that came in later"),
    ChangedFact.CORRECTED_ANSWER: Sentence("Answer about work that was corrected"),
    ChangedFact.CLOSED_FOLLOW_UP: Sentence("Question closed without an answer, or opened again"),
    ChangedFact.NEW_RATING: Sentence("Rating that came in later, or replaced an earlier one"),
    ChangedFact.NEW_MEASUREMENT: Sentence("Language measurement recorded later, or corrected"),
    ChangedFact.CHANGED_PROFILE: Sentence("Facts about the person recorded later, or corrected"),
}
"""What each is called, as something that there are so many people with."""


@dataclass(frozen=True)
class ToldFact:
    """About how many people a fact was recorded since, rounded to five; somebody can have several."""

    fact: ChangedFact
    people: PublishedCount


def told_facts(people: Mapping[ChangedFact, int], everyone: int, threshold: int) -> list[ToldFact]:
    """The facts that changed for anybody; withheld is a number under the threshold, of these or of all the others."""
    return [
        ToldFact(fact, rounded(count) if threshold <= count and not 0 < everyone - count < threshold else SUPPRESSED)
        for fact in ChangedFact
        if (count := people.get(fact, 0))
    ]

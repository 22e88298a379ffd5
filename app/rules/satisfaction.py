"""What participants and employers think of it, and whether a promised job was kept: answers for metrics.

The last score counts that was given to the first paid job or, since it began, in its trajectory to no job in
particular.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.job_match import SATISFIED
from app.rules.metric_parts import Question
from app.rules.outcome_facts import GivenScore, Placement

ABOUT_SATISFACTION: Mapping[Question, tuple[RatedBy, RatingDimension]] = {
    Question.SATISFIED_WITH_GUIDANCE: (RatedBy.PARTICIPANT, RatingDimension.GUIDANCE),
    Question.FEELS_AT_HOME: (RatedBy.PARTICIPANT, RatingDimension.BELONGING),
    Question.EMPLOYER_SATISFIED_WITH_PARTICIPANT: (RatedBy.EMPLOYER, RatingDimension.PARTICIPANT),
    Question.EMPLOYER_SATISFIED_WITH_PROGRAMME: (RatedBy.EMPLOYER, RatingDimension.PROGRAMME),
}
"""Whose score each question is about, and on which subject."""


def satisfied(question: Question, index: Placement, scores: Iterable[GivenScore]) -> bool | None:
    """Tell whether the last score is 4 or 5 of 5; None without a score."""
    last = latest_score(index, scores, *ABOUT_SATISFACTION[question])
    return None if last is None else last >= SATISFIED


def latest_score(
    index: Placement, scores: Iterable[GivenScore], rated_by: RatedBy, dimension: RatingDimension
) -> int | None:
    """The last score of one side on one subject about the index job."""
    about_it = [
        one
        for one in scores
        if (one.rated_by, one.dimension) == (rated_by, dimension)
        and (
            one.placement == index.id
            or (one.placement is None and one.trajectory == index.trajectory and one.rated_on >= index.starts_on)
        )
    ]
    last = max(about_it, key=lambda one: (one.rated_on, one.recorded_at, -one.score), default=None)
    return last.score if last else None


def guarantee_kept(promised: Iterable[Placement]) -> bool | None:
    """Tell whether any of the promises made to somebody was kept; None while it is not known of all that none was."""
    kept = [one.job_guarantee_kept for one in promised]
    if True in kept:
        return True
    return None if None in kept else False

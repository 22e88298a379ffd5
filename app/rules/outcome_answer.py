"""What is known of the answer to the question of a metric: yes, no, or None for unknown."""

from __future__ import annotations

from datetime import date

from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.counted import PLAIN_PAID_WORK
from app.rules.counted_work import placement_counts
from app.rules.exit_outcomes import ABOUT_EXIT, exit_answer
from app.rules.guidance_norm import within_contact_norm
from app.rules.job_match import (
    all_known_flags_met,
    field_matches,
    level_matches,
    own_judgement,
    wish_matches,
)
from app.rules.language_outcomes import ABOUT_LANGUAGE, language_answer
from app.rules.metric_definition import Metric
from app.rules.metric_parts import ASKED_IN_FOLLOW_UPS, Index, Question
from app.rules.outcome_facts import Life, Placement, Trajectory
from app.rules.outcome_population import index_day
from app.rules.own_placements import counted_placements, promised_placements, work_that_counts
from app.rules.satisfaction import ABOUT_SATISFACTION, guarantee_kept, latest_score, satisfied
from app.rules.selection_outcomes import ABOUT_SELECTION, selection_answer
from app.rules.social_assistance import off_social_assistance_on
from app.rules.working_life import (
    in_counted_work_on,
    in_other_activity_on,
    in_work_without_interruption,
    with_same_employer_on,
)


def answer_to(
    metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life, target: date, as_of: date
) -> bool | None:
    """The answer on the target date, of every question but those of standards and of the quality of jobs."""
    if metric.question in ABOUT_SELECTION:
        return selection_answer(metric.question, trajectory)
    if metric.question in ABOUT_EXIT:
        return exit_answer(metric.question, trajectory)
    if metric.question in ABOUT_LANGUAGE:
        return _language(metric, trajectory, first, life, target)
    if metric.question in ASKED_IN_FOLLOW_UPS:
        return _about_work(metric, first, life, target)
    if metric.question is Question.WITHIN_CONTACT_NORM:
        return within_contact_norm(trajectory, life.contacts, target)
    return _about_placements(metric, trajectory, first, life, target, as_of)


def _about_placements(
    metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life, target: date, as_of: date
) -> bool | None:
    match metric.question, first:
        case Question.OFF_SOCIAL_ASSISTANCE, _:
            unsure = _index_is_unsure(metric, first)
            return None if unsure else off_social_assistance_on(target, life.observations)
        case Question.PLACED_SINCE_INDEX, _:
            since = index_day(metric, trajectory, first, life)
            return _placed(since, target, metric, trajectory, life)
        case Question.EVER_PLACED, _:
            return _placed(None, as_of, metric, trajectory, life)
        case Question.JOB_GUARANTEE_KEPT, _:
            return guarantee_kept(promised_placements(trajectory, life))
        case about_satisfaction, Placement() as index if about_satisfaction in ABOUT_SATISFACTION:
            return satisfied(about_satisfaction, index, life.ratings)
        case about_match, Placement() as index:
            return _match(trajectory, index, life)[about_match]
    return None


def _language(metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life, target: date) -> bool | None:
    since = first.starts_on if metric.index is Index.FIRST_PLACEMENT and first else trajectory.started_on
    own = (one for one in life.measurements if one.trajectory == trajectory.id)
    return language_answer(metric.question, own, since, target) if since else None


def _about_work(metric: Metric, first: Placement | None, life: Life, target: date) -> bool | None:
    """Nothing is known when it is not known whether the placement counts from which the metric counts its months."""
    if _index_is_unsure(metric, first):
        return None
    if metric.question is Question.IN_WORK:
        return _in_activity(target, metric, life)
    if first is None:
        return None
    if metric.question is Question.WITH_SAME_EMPLOYER:
        return with_same_employer_on(target, first, work_that_counts(metric.counted, life))
    return in_work_without_interruption(first.starts_on, target, work_that_counts(metric.counted, life))


def _index_is_unsure(metric: Metric, first: Placement | None) -> bool:
    counts_from_first = metric.index is Index.FIRST_PLACEMENT and first is not None
    return counts_from_first and first is not None and placement_counts(metric.counted, first) is None


def _in_activity(target: date, metric: Metric, life: Life) -> bool | None:
    """Whether anything that counts covers the target date: paid work, or another activity."""
    paid_kinds = metric.counted.paid.kinds
    paid = in_counted_work_on(target, work_that_counts(metric.counted.paid if paid_kinds else PLAIN_PAID_WORK, life))
    if not paid_kinds and paid:
        paid = False
    other = in_other_activity_on(
        target,
        (
            (one, placement_counts(metric.counted, one))
            for one in life.placements
            if one.kind in metric.counted.other_kinds
        ),
    )
    if paid or other:
        return True
    return None if None in (paid, other) else False


def _placed(since: date | None, until: date, metric: Metric, trajectory: Trajectory, life: Life) -> bool | None:
    """Whether this trajectory itself led to a counted placement that was not over by then, and had begun by then.

    The programme registers every one there is, so that none registered is a no.
    """
    started_on = trajectory.started_on
    found = [
        placement_counts(metric.counted, one)
        for one in counted_placements(metric.counted, trajectory, life)
        if started_on
        and started_on <= one.starts_on <= until
        and (since is None or one.ends_on is None or since <= one.ends_on)
    ]
    if True in found:
        return True
    return None if found else False


def _match(trajectory: Trajectory, index: Placement, life: Life) -> dict[Question, bool | None]:
    flags = {
        Question.LEVEL_MATCHES: level_matches(life.person, index.job),
        Question.FIELD_MATCHES: field_matches(life.person, index.job, trajectory.target_occupations),
        Question.WISH_MATCHES: wish_matches(life.person, index.job),
        Question.OWN_JUDGEMENT: own_judgement(
            latest_score(index, life.ratings, RatedBy.PARTICIPANT, RatingDimension.JOB)
        ),
    }
    return {**flags, Question.ALL_KNOWN_FLAGS_MET: all_known_flags_met(flags.values())}

"""Which state one trajectory has for one metric, on a reference date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK, Decision, FollowUpState, RatedBy, RatingDimension
from app.rules.counted import PLAIN_PAID_WORK, Counted
from app.rules.counted_work import CountedWork, counted_work, placement_counts
from app.rules.exit_outcomes import ABOUT_EXIT, exit_answer
from app.rules.guidance_norm import within_contact_norm
from app.rules.job_match import (
    all_known_flags_met,
    field_matches,
    level_matches,
    own_judgement,
    wish_matches,
)
from app.rules.job_quality import ABOUT_JOB_QUALITY, job_quality_answer
from app.rules.language_outcomes import ABOUT_LANGUAGE, language_answer
from app.rules.metric_definition import ASKED_IN_FOLLOW_UPS, Exclusion, Index, Metric, Population, Question
from app.rules.outcome_facts import Life, Placement, Trajectory
from app.rules.outcome_state import OutcomeState
from app.rules.participation import participation
from app.rules.satisfaction import ABOUT_SATISFACTION, guarantee_kept, latest_score, satisfied
from app.rules.selection_outcomes import ABOUT_SELECTION, ADMITTING, selection_answer
from app.rules.social_assistance import off_social_assistance_on
from app.rules.standard_outcomes import (
    ABOUT_STANDARDS,
    ABOUT_WORK_BEFORE,
    OF_A_STAY,
    had_work_before,
    is_mature,
    standard_answer,
    stay_index,
)
from app.rules.working_life import (
    in_counted_work_on,
    in_other_activity_on,
    in_work_without_interruption,
    with_same_employer_on,
)

CLOSED_WITHOUT_ANSWER = {
    FollowUpState.REFUSED: OutcomeState.REFUSED,
    FollowUpState.UNREACHABLE: OutcomeState.UNREACHABLE,
}


def outcome_of(metric: Metric, trajectory: Trajectory, life: Life, as_of: date) -> OutcomeState | None:
    """The state of a trajectory; None when it is not in the metric's population.

    `trajectory` and `life` hold what was known by the reference date and nothing that is dated after it
    (`Life.seen_on`).
    """
    if metric.index is Index.DATE and metric.on is None:
        metric = replace(metric, on=as_of)
    first = _first_placement(metric, trajectory, life)
    if not _in_population(metric, trajectory, first, life):
        return None
    index = _index_day(metric, trajectory, first, life)
    if metric.mature_only and not is_mature(index, metric.horizon_months, as_of):
        return None
    target = add_months(index, metric.horizon_months) if index else None
    if Exclusion.DECEASED in metric.exclusions and _dead_by(target, trajectory, life):
        return OutcomeState.EXCLUDED
    if target is None or target > as_of:
        return OutcomeState.NOT_YET_DUE
    if metric.question in ABOUT_STANDARDS:
        answer = standard_answer(metric, trajectory, life, target, _work(metric.counted, life).sure)
    elif metric.question in ABOUT_JOB_QUALITY and first:
        answer = job_quality_answer(metric.question, first, target, life, _work(metric.counted, life).sure)
    else:
        answer = _answer(metric, trajectory, first, life, target, as_of)
    if answer is None:
        return _how_unknown(metric, first, life)
    return OutcomeState.YES if answer else OutcomeState.NO


def outcome_of_person(metric: Metric, among: tuple[Trajectory, ...], life: Life, as_of: date) -> OutcomeState | None:
    """The state with which a person counts in a group: once, whatever the number of trajectories in it.

    The first trajectory by day of registration that is in the metric's population speaks for the person.
    """
    for trajectory in sorted(among, key=lambda one: (one.registered_on, one.number, str(one.id))):
        state = outcome_of(metric, trajectory, life, as_of)
        if state is not None:
            return state
    return None


def _first_placement(metric: Metric, trajectory: Trajectory, life: Life) -> Placement | None:
    own = _counted_placements(metric, trajectory, life)
    return min(own, key=lambda one: (one.starts_on, one.number, str(one.id)), default=None)


def _in_population(metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life) -> bool:
    if metric.on and not _begun_by(metric.on, metric, trajectory, first):
        return False
    if metric.population is Population.REGISTERED:
        return True
    started = trajectory.started_on is not None
    if metric.population in ABOUT_WORK_BEFORE:
        return started and _had_work_before(metric, trajectory, life) is (
            metric.population is Population.STARTED_IN_WORK
        )
    if metric.population is Population.ADMITTED:
        return started or trajectory.decision in ADMITTING
    if metric.population is Population.GUIDED:
        return started and trajectory.ended_on is None and not trajectory.is_paused
    if metric.population is Population.PROMISED:
        return started and bool(_promised(trajectory, life))
    if metric.population is Population.DECLINED:
        return not started and trajectory.decision is Decision.DECLINED
    return started and (metric.population is Population.STARTED or first is not None)


def _begun_by(day: date, metric: Metric, trajectory: Trajectory, first: Placement | None) -> bool:
    """Whether somebody was there already on a day of the calendar: had started, and had the placement it is about."""
    begun = [trajectory.started_on]
    if metric.population is Population.PLACED and first:
        begun.append(first.starts_on)
    return all(one is not None and one <= day for one in begun)


def _had_work_before(metric: Metric, trajectory: Trajectory, life: Life) -> bool:
    return had_work_before(participation(trajectory, life.trajectories), _work(metric.counted, life).possible)


def _index_day(metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life) -> date | None:
    if metric.index in OF_A_STAY:
        return stay_index(metric.index, participation(trajectory, life.trajectories))
    undecided = trajectory.decision in (None, Decision.WAITING)
    decided_on = trajectory.started_on if undecided else trajectory.decided_on
    return {
        Index.SCREENING: trajectory.screened_on or decided_on,
        Index.DECISION: decided_on,
        Index.START: trajectory.started_on,
        Index.END: trajectory.ended_on,
        Index.FIRST_PLACEMENT: first.starts_on if first else None,
        Index.DATE: metric.on,
        Index.PROMISE: min((one.starts_on for one in _promised(trajectory, life)), default=None),
    }[metric.index]


def _dead_by(target: date | None, trajectory: Trajectory, life: Life) -> bool:
    died_on = life.died_on(trajectory)
    return died_on is not None and (target is None or died_on <= target)


def _how_unknown(metric: Metric, first: Placement | None, life: Life) -> OutcomeState:
    for follow_up in life.follow_ups:
        asked_here = first and follow_up.placement == first.id and follow_up.month == metric.follow_up_month
        if asked_here and follow_up.state in CLOSED_WITHOUT_ANSWER:
            return CLOSED_WITHOUT_ANSWER[follow_up.state]
    return metric.unknown_policy.state


def _answer(
    metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life, target: date, as_of: date
) -> bool | None:
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
            since = _index_day(metric, trajectory, first, life)
            return _placed(since, target, metric, trajectory, life)
        case Question.EVER_PLACED, _:
            return _placed(None, as_of, metric, trajectory, life)
        case Question.JOB_GUARANTEE_KEPT, _:
            return guarantee_kept(_promised(trajectory, life))
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
        return with_same_employer_on(target, first, _work(metric.counted, life))
    return in_work_without_interruption(first.starts_on, target, _work(metric.counted, life))


def _index_is_unsure(metric: Metric, first: Placement | None) -> bool:
    counts_from_first = metric.index is Index.FIRST_PLACEMENT and first is not None
    return counts_from_first and first is not None and placement_counts(metric.counted, first) is None


def _in_activity(target: date, metric: Metric, life: Life) -> bool | None:
    """Whether anything that counts covers the target date: paid work, or another activity."""
    paid_kinds = metric.counted.paid.kinds
    paid = in_counted_work_on(target, _work(metric.counted.paid if paid_kinds else PLAIN_PAID_WORK, life))
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


def _work(counted: Counted, life: Life) -> CountedWork:
    """The counted work of all trajectories together: the question is about a life, not about a programme."""
    return counted_work(counted, (one for one in life.placements if one.kind in PAID_WORK), life.observations)


def _counted_placements(metric: Metric, trajectory: Trajectory, life: Life) -> list[Placement]:
    """The placements of this trajectory that count, or may."""
    return [
        one
        for one in life.placements
        if one.trajectory == trajectory.id and placement_counts(metric.counted, one) is not False
    ]


def _placed(since: date | None, until: date, metric: Metric, trajectory: Trajectory, life: Life) -> bool | None:
    """Whether this trajectory itself led to a counted placement that was not over by then, and had begun by then.

    The programme registers every one there is, so that none registered is a no.
    """
    started_on = trajectory.started_on
    found = [
        placement_counts(metric.counted, one)
        for one in _counted_placements(metric, trajectory, life)
        if started_on
        and started_on <= one.starts_on <= until
        and (since is None or one.ends_on is None or since <= one.ends_on)
    ]
    if True in found:
        return True
    return None if found else False


def _promised(trajectory: Trajectory, life: Life) -> list[Placement]:
    """The placements of this trajectory at which a job was promised, of any kind."""
    return [one for one in life.placements if one.trajectory == trajectory.id and one.job_guarantee]


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

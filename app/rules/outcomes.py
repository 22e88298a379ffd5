"""Which state one trajectory has for one metric, on a reference date."""

from __future__ import annotations

from datetime import date

from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK, Decision, FollowUpState, RatedBy, RatingDimension
from app.rules.evidence import Evidence, weigh
from app.rules.job_match import (
    all_known_flags_met,
    field_matches,
    level_matches,
    own_judgement,
    wish_matches,
)
from app.rules.language_outcomes import ABOUT_LANGUAGE, language_answer
from app.rules.metric_definition import Exclusion, Index, Metric, Population, Question
from app.rules.outcome_facts import Life, Placement, Trajectory
from app.rules.outcome_state import OutcomeState
from app.rules.participation import participation
from app.rules.satisfaction import ABOUT_SATISFACTION, guarantee_kept, latest_score, satisfied
from app.rules.selection_outcomes import ABOUT_SELECTION, ADMITTING, selection_answer
from app.rules.standard_outcomes import (
    ABOUT_STANDARDS,
    ABOUT_WORK_BEFORE,
    OF_A_STAY,
    had_work_before,
    is_mature,
    standard_answer,
    stay_index,
)
from app.rules.working_life import in_work_or_study_on, in_work_without_interruption, with_same_employer_on

CLOSED_WITHOUT_ANSWER = {
    FollowUpState.REFUSED: OutcomeState.REFUSED,
    FollowUpState.UNREACHABLE: OutcomeState.UNREACHABLE,
}


def outcome_of(metric: Metric, trajectory: Trajectory, life: Life, as_of: date) -> OutcomeState | None:
    """The state of a trajectory; None when it is not in the metric's population.

    `trajectory` and `life` hold what was known by the reference date and nothing that is dated after it
    (`Life.seen_on`).
    """
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
        answer = standard_answer(metric, trajectory, life, target, _evidence(metric, life))
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
    own = (one for one in life.placements if one.trajectory == trajectory.id and one.kind in metric.counts)
    return min(own, key=lambda one: (one.starts_on, one.number, str(one.id)), default=None)


def _in_population(metric: Metric, trajectory: Trajectory, first: Placement | None, life: Life) -> bool:
    if metric.population is Population.REGISTERED:
        return True
    started = trajectory.started_on is not None
    if metric.population in ABOUT_WORK_BEFORE:
        return started and _had_work_before(metric, trajectory, life) is (
            metric.population is Population.STARTED_IN_WORK
        )
    if metric.population is Population.ADMITTED:
        return started or trajectory.decision in ADMITTING
    if metric.population is Population.PROMISED:
        return started and bool(_promised(trajectory, life))
    if metric.population is Population.DECLINED:
        return not started and trajectory.decision is Decision.DECLINED
    return started and (metric.population is Population.STARTED or first is not None)


def _had_work_before(metric: Metric, trajectory: Trajectory, life: Life) -> bool:
    return had_work_before(participation(trajectory, life.trajectories), _evidence(metric, life))


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
    if metric.question in ABOUT_LANGUAGE:
        return _language(metric, trajectory, first, life, target)
    match metric.question, first:
        case (Question.PLACED_SINCE_INDEX | Question.EVER_PLACED) as asked, _:
            return _placed_by(target if asked is Question.PLACED_SINCE_INDEX else as_of, metric, trajectory, life)
        case ((Question.IN_WORK | Question.IN_WORK_OR_STUDY), _):
            studies = (one for one in life.placements if one.kind in metric.counts - PAID_WORK)
            return in_work_or_study_on(target, _evidence(metric, life), studies)
        case Question.IN_WORK_WITHOUT_INTERRUPTION, Placement() as index:
            return in_work_without_interruption(index.starts_on, target, _evidence(metric, life))
        case Question.WITH_SAME_EMPLOYER, Placement() as index:
            return with_same_employer_on(target, index, _evidence(metric, life))
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


def _evidence(metric: Metric, life: Life) -> Evidence:
    """The evidence of paid work of all trajectories together: the question is about a life, not about a programme."""
    return weigh([one for one in life.placements if one.kind in metric.counts & PAID_WORK], life.observations)


def _placed_by(target: date, metric: Metric, trajectory: Trajectory, life: Life) -> bool | None:
    """Whether this trajectory itself led to a counted placement; None when none is registered."""
    since = trajectory.started_on
    placed = any(
        one.trajectory == trajectory.id and one.kind in metric.counts and since and since <= one.starts_on <= target
        for one in life.placements
    )
    return placed or None


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

"""How long it took until the first job, and how long that job lasted: the wait of one trajectory for each.

Whether a placement counts can be unknown. Then it is known that somebody waited until it began, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.rules.bilingual_text import Bilingual
from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK
from app.rules.counted import PLAIN_PAID_WORK, Counted
from app.rules.counted_work import placement_counts
from app.rules.evidence import weigh
from app.rules.metric_parts import Family, Index, Population
from app.rules.outcome_facts import Life, Placement, Trajectory
from app.rules.product_limit import Wait
from app.rules.working_life import LONGEST_HOLE


class Duration(StrEnum):
    """What is timed."""

    TIME_TO_FIRST_PLACEMENT = "time_to_first_placement"
    """From the start of the trajectory to the first paid placement in it."""
    TIME_IN_FIRST_JOB = "time_in_first_job"
    """From the start of the first paid placement to the last day with that employer."""


@dataclass(frozen=True, kw_only=True)
class DurationMetric:
    """A number that is not a rate: a curve, and the days after which it is over for a quarter, half and more.

    It is timed from the `index`, a start or an end, to the first placement that is `counted`, or from that placement;
    nobody is followed for longer than the `horizon_months`, where there are any.
    `counts_up` tells that the curve shows for whom it has happened; else for whom it still lasts. `half` is a sentence
    with `{people}`, and the days of `{half}` and a `{quarter}`.
    """

    code: str
    version: int
    timed: Duration
    family: Family
    index: Index = Index.START
    counted: Counted = PLAIN_PAID_WORK
    horizon_months: int | None = None
    title: Bilingual
    question_text: Bilingual
    how: Bilingual
    curve: Bilingual
    half: Bilingual
    counts_up: bool
    population: Population


LEFT_FIRST_EMPLOYER = Bilingual(
    nl="De helft van de {people} mensen was binnen {half} dagen weg bij de eerste werkgever, "
    "een kwart binnen {quarter} dagen.",
    en="Half of the {people} people had left the first employer within {half} days, a quarter within {quarter} days.",
)
STILL_WORKS_THERE = Bilingual(nl="werkt er nog", en="still works there")

DURATIONS: dict[Duration, DurationMetric] = {
    one.timed: one
    for one in (
        DurationMetric(
            code=Duration.TIME_TO_FIRST_PLACEMENT,
            version=1,
            timed=Duration.TIME_TO_FIRST_PLACEMENT,
            family=Family.PLACEMENT,
            title=Bilingual(nl="Tijd tot de eerste betaalde baan", en="Time to the first paid job"),
            question_text=Bilingual(
                nl="Hoe lang na de start van het traject begon de eerste betaalde baan via het programma?",
                en="How long after the start of the trajectory did the first paid job through the programme begin?",
            ),
            how=Bilingual(
                nl="Iedereen die startte telt mee. Wie nog geen baan heeft, telt mee tot de peildatum; "
                "wie is overleden, tot die dag.",
                en="Everyone who started counts. Who has no job yet counts up to the reference date; "
                "who died, up to that day.",
            ),
            curve=Bilingual(nl="heeft een baan gevonden", en="has found a job"),
            half=Bilingual(
                nl="De helft van de {people} mensen had binnen {half} dagen een baan, "
                "een kwart binnen {quarter} dagen.",
                en="Half of the {people} people had a job within {half} days, a quarter within {quarter} days.",
            ),
            counts_up=True,
            population=Population.STARTED,
        ),
        DurationMetric(
            code=Duration.TIME_IN_FIRST_JOB,
            version=1,
            timed=Duration.TIME_IN_FIRST_JOB,
            family=Family.RETENTION,
            title=Bilingual(nl="Hoe lang de eerste baan duurde", en="How long the first job lasted"),
            question_text=Bilingual(
                nl="Hoe lang bleef deze persoon bij de werkgever van de eerste betaalde baan?",
                en="How long did this person stay with the employer of the first paid job?",
            ),
            how=Bilingual(
                nl="Iedereen met een betaalde plaatsing na de start telt mee. Een nieuw contract bij dezelfde "
                "werkgever binnen 31 dagen hoort bij dezelfde baan. Zonder bekend einde telt iemand mee tot de "
                "laatste dag waarop het werk is aangetoond.",
                en="Everyone with a paid placement counts. A new contract with the same employer within 31 days "
                "belongs to the same job. Without a known end somebody counts up to the last day on which the "
                "work is proven.",
            ),
            curve=STILL_WORKS_THERE,
            half=LEFT_FIRST_EMPLOYER,
            counts_up=False,
            population=Population.PLACED,
        ),
    )
}
"""What is timed, in the order in which reports show it."""


def wait_of_person(metric: DurationMetric, among: Iterable[Trajectory], life: Life, as_of: date) -> Wait | None:
    """The wait with which a person counts: that of the first trajectory by day of registration that has one."""
    ordered = sorted(among, key=lambda one: (one.registered_on, one.number, str(one.id)))
    waits = (wait_of(metric, one, life, as_of) for one in ordered)
    return next((wait for wait in waits if wait is not None), None)


def wait_of(metric: DurationMetric, trajectory: Trajectory, life: Life, as_of: date) -> Wait | None:
    """The wait of a trajectory; None when it has not started or not come to the index, or has no job to time.

    `trajectory` and `life` hold nothing that is dated after the reference date (`Life.seen_on`).
    """
    if trajectory.started_on is None:
        return None
    own = [
        (one, placement_counts(metric.counted, one) or False)
        for one in life.placements
        if one.trajectory == trajectory.id and placement_counts(metric.counted, one) is not False
    ]
    died_on = life.died_on(trajectory)
    if metric.timed is Duration.TIME_TO_FIRST_PLACEMENT:
        since = trajectory.ended_on if metric.index is Index.END else trajectory.started_on
        later = [(one, is_sure) for one, is_sure in own if one.starts_on >= trajectory.started_on]
        if since is None:
            return None
        return _followed(metric, since, _until_placed(since, later, min(died_on or as_of, as_of)))
    if not own:
        return None
    first, is_sure = min(own, key=lambda one: (one[0].starts_on, one[0].number, str(one[0].id)))
    wait = _in_job(first, life, died_on) if is_sure else Wait(0, is_over=False)
    return _followed(metric, first.starts_on, wait)


def _followed(metric: DurationMetric, since: date, wait: Wait) -> Wait:
    """As far as the metric looks."""
    if metric.horizon_months is None:
        return wait
    longest = (add_months(since, metric.horizon_months) - since).days
    return wait if wait.days <= longest else Wait(longest, is_over=False)


def _until_placed(since: date, own: Iterable[tuple[Placement, bool]], seen_until: date) -> Wait:
    """Until the first placement that surely counts, or may; one that ran on the first day already took no time."""
    began = [
        (max((one.starts_on - since).days, 0), not is_sure)
        for one, is_sure in own
        if one.ends_on is None or one.ends_on >= since
    ]
    if not began:
        return Wait(max((seen_until - since).days, 0), is_over=False)
    days, only_maybe = min(began)
    return Wait(days, is_over=not only_maybe)


def _in_job(first: Placement, life: Life, died_on: date | None) -> Wait:
    """It is over on the day after the last day worked; whoever dies in the job has not left it."""
    proven = {
        one.spell.id: one.own_proof_until
        for one in weigh([one for one in life.placements if one.kind in PAID_WORK], life.observations).spells
    }
    job = _with_extensions(first, life)
    ends = [one.ends_on for one in job]
    known_ends = [end for end in ends if end is not None]
    if len(known_ends) == len(ends):
        last = max(known_ends)
        stayed_alive = died_on is None or died_on > last
        return Wait((last - first.starts_on).days + stayed_alive, is_over=stayed_alive)
    return Wait((max(proven[one.id] for one in job) - first.starts_on).days, is_over=False)


def _with_extensions(first: Placement, life: Life) -> list[Placement]:
    """The first placement and those with the same employer that follow it without more than a short hole."""
    later = [
        one
        for one in life.placements
        if one.id != first.id
        and one.kind in PAID_WORK
        and one.employer == first.employer
        and one.starts_on >= first.starts_on
    ]
    job, reached = [first], first.ends_on
    for one in sorted(later, key=lambda one: one.starts_on):
        if reached is not None and one.starts_on > reached + timedelta(days=LONGEST_HOLE + 1):
            break
        job.append(one)
        reached = None if reached is None or one.ends_on is None else max(reached, one.ends_on)
    return job

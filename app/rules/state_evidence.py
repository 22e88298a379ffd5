"""The days that decide somebody's state for a metric, each with what happened, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter

from app.rules.exit_outcomes import ABOUT_EXIT
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question
from app.rules.names import name_of
from app.rules.selection_outcomes import ABOUT_SELECTION
from app.rules.sentence import Sentence
from app.rules.state_facts import Ending, Job, LastTalk, StateFacts, Stay

Told = tuple[date | None, Sentence]

WITHOUT_WORK = (
    ABOUT_SELECTION
    | ABOUT_EXIT
    | {Question.WITHIN_CONTACT_NORM, Question.STUDYING_ON_LEAVING, Question.QUALIFIED_ON_LEAVING}
)
"""Questions that somebody's work has nothing to do with."""


def evidence(metric: Metric, facts: StateFacts) -> list[Sentence]:
    """The days that decide, in the order in which they came; nothing where none is known."""
    told = [*_of_the_question(facts), (facts.died_on, Sentence("died"))]
    if metric.question in ABOUT_SELECTION:
        told += [(facts.screened_on, Sentence("screened")), (facts.decided_on, Sentence("decided"))]
    if metric.question not in WITHOUT_WORK:
        told += _of_work(facts)
    known = dict.fromkeys((day, what) for day, what in told if day is not None)
    return [Sentence("%(day)s: %(what)s", day=day, what=what) for day, what in sorted(known, key=itemgetter(0))]


def _of_work(facts: StateFacts) -> Iterator[Told]:
    yield facts.job_from, _with(Sentence("first paid job began"), facts.first_job)
    if facts.job_to is None:
        yield facts.proven_until, Sentence("first job proven until here")
    yield facts.job_to, Sentence("first job ended")
    life = facts.life
    if life and not life.in_work:
        if life.last_worked not in (facts.job_to, facts.proven_until):
            yield life.last_worked, Sentence("worked last before the day that counts")
        yield life.next_worked, Sentence("worked first after the day that counts")
        yield life.last_seen_out, Sentence("seen without work")
        yield life.next_seen_out, Sentence("seen without work")


def _of_the_question(facts: StateFacts) -> Iterator[Told]:
    """What only some questions ask for."""
    if facts.job_before and facts.stay and facts.stay.first_entry:
        yield facts.stay.first_entry - timedelta(days=1), _with(Sentence("had a job"), facts.job_before)
    if facts.job_then:
        yield facts.target_day, _with(Sentence("had a job"), facts.job_then)
    if facts.stay:
        yield from _of_stay(facts.stay)
    if facts.ending:
        yield from _of_ending(facts.ending)
    if facts.last_talk:
        yield _of_talk(facts.last_talk)
    yield facts.worked_on, Sentence("last proven day of this work before the period was over")
    yield facts.studied_from, Sentence("education or training began")
    yield facts.result_on, Sentence("official language result")
    yield facts.assistance_said_on, Sentence("something was said about social assistance")


def _of_stay(stay: Stay) -> Iterator[Told]:
    yield stay.first_entry, Sentence("first start in the programme")
    again = Sentence("last end in the programme, after coming back")
    yield stay.last_exit, again if stay.came_back else Sentence("last end in the programme")
    if stay.left_to:
        yield stay.last_exit, Sentence("destination: %(where)s", where=name_of(stay.left_to))


def _of_ending(ending: Ending) -> Iterator[Told]:
    yield ending.on, name_of(ending.outcome) if ending.outcome else Sentence("how it ended is not recorded")
    if ending.reason:
        yield ending.on, Sentence("reason: %(reason)s", reason=name_of(ending.reason))
    if ending.phase:
        yield ending.on, Sentence("in the phase %(phase)s", phase=ending.phase)
    if ending.destination:
        yield ending.on, Sentence("destination: %(where)s", where=name_of(ending.destination))
    yield ending.on, _of_ladder(ending.ladder_start, ending.ladder_end)


def _of_ladder(before: int | None, after: int | None) -> Sentence:
    unknown = Sentence("not recorded")
    return Sentence(
        "step of the participation ladder at the start: %(before)s, at the end: %(after)s",
        before=unknown if before is None else before,
        after=unknown if after is None else after,
    )


def _of_talk(last: LastTalk) -> Told:
    return last.on, Sentence("last talk, or else the start; the norm is every %(days)s days", days=last.norm_days)


def _with(what: Sentence, job: Job | None) -> Sentence:
    if job is None:
        return what
    return Sentence(
        "%(what)s: %(contract)s, %(hours)s, %(level)s",
        what=what,
        contract=name_of(job.contract) if job.contract else Sentence("contract not recorded"),
        hours=Sentence("hours not recorded")
        if job.hours is None
        else Sentence("%(hours)s hours per week", hours=f"{job.hours:g}"),
        level=Sentence("skill level not known")
        if job.skill_level is None
        else Sentence("skill level %(level)s", level=job.skill_level),
    )

"""What jobs are like: contract and hours of the first one, in classes that add up, and whether a later is better."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.rules.code_lists import Contract, SpellKind
from app.rules.evidence import Evidence
from app.rules.metric_parts import Question
from app.rules.outcome_facts import Life, Placement
from app.rules.step_up import is_step_up
from app.rules.working_life import in_work_on

CONTRACTS: Mapping[Question, Contract] = {
    Question.CONTRACT_IS_PERMANENT: Contract.PERMANENT,
    Question.CONTRACT_IS_FIXED_TERM: Contract.FIXED_TERM,
    Question.CONTRACT_IS_AGENCY: Contract.AGENCY,
    Question.CONTRACT_IS_ON_CALL: Contract.ON_CALL,
}
CONTRACT_OF_KIND: Mapping[SpellKind, Contract] = {
    SpellKind.AGENCY_JOB: Contract.AGENCY,
    SpellKind.SELF_EMPLOYMENT: Contract.SELF_EMPLOYED,
    SpellKind.APPRENTICESHIP: Contract.BBL,
}
"""What the kind of a placement says of its contract, where none is recorded."""

HOURS: Mapping[Question, tuple[int, int]] = {
    Question.HOURS_UP_TO_12: (-1, 12),
    Question.HOURS_13_TO_24: (12, 24),
    Question.HOURS_25_TO_32: (24, 32),
    Question.HOURS_33_AND_MORE: (32, 168),
}
"""Hours a week: more than the first, up to and with the second."""

ABOUT_JOB_QUALITY = CONTRACTS.keys() | HOURS.keys() | {Question.STEPPED_UP}


def about_first_job(question: Question, first: Placement) -> bool | None:
    """Whether the first job is of one class; None where its contract or hours are not recorded."""
    if question in CONTRACTS:
        contract = first.contract or CONTRACT_OF_KIND.get(first.kind)
        return None if contract is None else contract is CONTRACTS[question]
    more_than, up_to = HOURS[question]
    return None if first.job.hours is None else more_than < first.job.hours <= up_to


def job_quality_answer(question: Question, first: Placement, day: date, life: Life, evidence: Evidence) -> bool | None:
    """The answer about the first job or, on a day, about the step up since."""
    if question is Question.STEPPED_UP:
        return has_better_job(first, day, life, evidence)
    return about_first_job(question, first)


def has_better_job(before: Placement | None, day: date, life: Life, evidence: Evidence) -> bool | None:
    """Whether the job on a day is a step up from an earlier one; who is not in work has no better job."""
    if in_work_on(day, evidence) is False:
        return False
    after = main_job(day, life, evidence)
    return None if before is None or after is None else is_step_up(before, after, life.person.wished_hours)


def main_job(day: date, life: Life, evidence: Evidence) -> Placement | None:
    """Of the jobs that are proven to cover a day, the one with most hours; then the oldest."""
    covering = {one.spell.id for one in evidence.spells if one.spell.starts_on <= day <= one.proven_until}
    jobs = [one for one in life.placements if one.id in covering]
    return min(
        jobs,
        key=lambda one: (-(-1 if one.job.hours is None else one.job.hours), one.starts_on, one.number, str(one.id)),
        default=None,
    )

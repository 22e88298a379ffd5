"""What evidence proves, and which contradictions are kept for people to see."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from app.rules.code_lists import EvidenceSource, SpellKind
from app.rules.evidence import Observation, Spell, weigh
from app.rules.working_life import in_work_on

RECORDED_AT = datetime(2024, 1, 1, tzinfo=UTC)
MARCH = date(2023, 3, 1)


def job(starts_on: date = MARCH, ends_on: date | None = None, name: str = "bakery") -> Spell:
    return Spell(id=name, kind=SpellKind.REGULAR_JOB, employer=name, starts_on=starts_on, ends_on=ends_on)


def said(on: date, in_paid_work: bool, source: EvidenceSource = EvidenceSource.PARTICIPANT) -> Observation:
    return Observation(on=on, in_paid_work=in_paid_work, source=source, recorded_at=RECORDED_AT)


def test_a_no_that_a_stronger_yes_overrules_is_kept_as_a_conflict() -> None:
    no = said(date(2023, 6, 1), in_paid_work=False, source=EvidenceSource.COACH)
    evidence = weigh([job()], [no, said(date(2023, 9, 1), in_paid_work=True, source=EvidenceSource.EMPLOYER)])

    assert [(one.negative, one.spell, one.overruled) for one in evidence.conflicts] == [(no, job(), True)]
    assert evidence.not_at_work == ()
    assert evidence.spells[0].proven_until == date(2023, 9, 1)


def test_a_no_that_stands_against_a_weaker_yes_is_kept_as_a_conflict() -> None:
    no = said(date(2023, 6, 1), in_paid_work=False, source=EvidenceSource.EMPLOYER)
    evidence = weigh([job()], [no, said(date(2023, 9, 1), in_paid_work=True, source=EvidenceSource.COACH)])

    assert [one.overruled for one in evidence.conflicts] == [False]
    assert evidence.not_at_work == (no.on,)
    assert evidence.spells[0].proven_until == MARCH


def test_a_yes_and_a_no_of_one_day_are_a_conflict_without_any_job() -> None:
    no = said(date(2023, 6, 1), in_paid_work=False)
    evidence = weigh([], [no, said(date(2023, 6, 1), in_paid_work=True, source=EvidenceSource.PAYSLIP)])

    assert [(one.negative, one.spell, one.overruled) for one in evidence.conflicts] == [(no, None, True)]
    assert evidence.days_at_work == {date(2023, 6, 1)}


def test_statements_that_agree_are_no_conflict() -> None:
    evidence = weigh(
        [job(ends_on=date(2023, 5, 31))],
        [said(date(2023, 4, 1), in_paid_work=True), said(date(2023, 5, 31), in_paid_work=False)],
    )

    assert evidence.conflicts == ()


@pytest.mark.parametrize("seed", range(100))
def test_when_every_job_is_on_file_and_nobody_errs_a_known_answer_is_the_truth_whoever_did_not_answer(
    seed: int,
) -> None:
    dice = random.Random(seed)  # noqa: S311  made-up days need no secrecy
    jobs, day = [], MARCH
    for number in range(dice.randrange(1, 4)):
        start = day + timedelta(days=dice.randrange(60))
        end = start + timedelta(days=dice.randrange(120))
        jobs.append(job(start, end, name=f"job {number}"))
        day = end + timedelta(days=1)
    days = [MARCH + timedelta(days=n) for n in range((day - MARCH).days + 60)]
    at_work = {one for one in days if any(spell.starts_on <= one <= (spell.ends_on or one) for spell in jobs)}
    answers = [
        said(one, one in at_work, dice.choice(list(EvidenceSource)))
        for one in dice.sample(days, dice.randrange(min(8, len(days))))
    ]

    evidence = weigh(jobs, answers)

    assert all(in_work_on(one, evidence) in (one in at_work, None) for one in days)

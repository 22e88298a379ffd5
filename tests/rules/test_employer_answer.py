"""What an employer's answer proves."""

from datetime import date

import pytest

from app.rules.code_lists import EvidenceSource
from app.rules.employer_answer import Answer, Proof, answer_from, may_end, missing_details, proof_of

TODAY = date(2026, 3, 2)


def test_still_here_proves_work_today() -> None:
    assert proof_of(Answer.STILL_HERE, today=TODAY, left_on=None) == Proof(TODAY, True)


def test_having_left_proves_work_on_the_last_day_and_nothing_after_it() -> None:
    assert proof_of(Answer.LEFT, today=TODAY, left_on=date(2026, 2, 20)) == Proof(date(2026, 2, 20), None)


def test_never_having_worked_here_proves_nothing() -> None:
    assert proof_of(Answer.NOT_MY_EMPLOYEE, today=TODAY, left_on=None) is None


@pytest.mark.parametrize(
    ("in_paid_work", "same_conditions", "was_last_day", "answer"),
    [
        (True, True, False, Answer.STILL_HERE),
        (True, None, False, Answer.STILL_HERE),
        (True, False, False, Answer.CHANGED),
        (True, None, True, Answer.LEFT),
        (False, None, False, Answer.LEFT),
    ],
)
def test_an_answer_can_be_read_back_from_its_evidence(
    in_paid_work: bool, same_conditions: bool | None, was_last_day: bool, answer: Answer
) -> None:
    read = answer_from(in_paid_work=in_paid_work, same_conditions=same_conditions, was_last_day=was_last_day)
    assert read is answer


@pytest.mark.parametrize(
    ("source", "replaced"),
    [
        (None, True),
        (EvidenceSource.COACH, True),
        (EvidenceSource.PARTICIPANT, True),
        (EvidenceSource.EMPLOYER, True),
        (EvidenceSource.PAYSLIP, False),
        (EvidenceSource.REGISTER, False),
    ],
)
def test_a_last_day_from_a_stronger_source_stays(source: EvidenceSource | None, replaced: bool) -> None:
    assert may_end(source) is replaced


def test_a_change_needs_hours_or_a_contract_and_a_departure_its_day() -> None:
    nothing = {"left_on": None, "hours": None, "contract": None}
    assert set(missing_details(Answer.CHANGED, **nothing)) == {"hours"}
    assert set(missing_details(Answer.LEFT, **nothing)) == {"left_on"}
    assert missing_details(Answer.CHANGED, left_on=None, hours=20, contract=None) == {}
    assert missing_details(Answer.STILL_HERE, **nothing) == {}

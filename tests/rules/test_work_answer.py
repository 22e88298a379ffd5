"""What an answer to the question whether somebody still works somewhere proves."""

from datetime import date

import pytest

from app.rules.code_lists import EvidenceSource
from app.rules.work_answer import Answer, Proof, answer_from, is_partial, may_end, proof_of, tells_of_the_day

TODAY = date(2026, 3, 2)


def test_still_here_proves_work_today() -> None:
    assert proof_of(Answer.STILL_HERE, said_on=TODAY, left_on=None) == Proof(TODAY, True)


def test_having_left_proves_work_on_the_last_day_and_nothing_after_it() -> None:
    assert proof_of(Answer.LEFT, said_on=TODAY, left_on=date(2026, 2, 20)) == Proof(date(2026, 2, 20), None)


def test_never_having_worked_here_proves_nothing() -> None:
    assert proof_of(Answer.NOT_MY_EMPLOYEE, said_on=TODAY, left_on=None) is None


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


def test_a_departure_without_its_day_is_kept_but_proves_nothing_yet() -> None:
    assert is_partial(Answer.LEFT, None)
    assert not is_partial(Answer.LEFT, TODAY)
    assert not is_partial(Answer.CHANGED, None)


def test_a_participant_ends_what_a_coach_knew_but_not_what_the_employer_said() -> None:
    assert may_end(EvidenceSource.COACH, EvidenceSource.PARTICIPANT)
    assert not may_end(EvidenceSource.EMPLOYER, EvidenceSource.PARTICIPANT)


@pytest.mark.parametrize(
    ("said", "was_last_day", "due_on", "tells"),
    [
        (date(2026, 3, 1), False, TODAY, False),
        (TODAY, False, TODAY, True),
        (date(2026, 2, 1), True, TODAY, True),
        (date(2026, 3, 1), False, date(2026, 3, 5), True),
        (date(2026, 3, 1), False, None, True),
    ],
)
def test_still_here_before_the_day_of_the_question_is_no_answer_once_that_day_has_come(
    said: date, was_last_day: bool, due_on: date | None, tells: bool
) -> None:
    assert tells_of_the_day(said, was_last_day=was_last_day, due_on=due_on, today=TODAY) is tells

"""On which day an employer is asked, and what goes in one mail. 2 March 2026 is a Monday."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest

from app.rules.asking_schedule import Asking, Question, next_asking, ready_on
from app.rules.working_days import is_working_day


def march(day: int) -> date:
    return date(2026, 3, 1) + timedelta(days=day - 1)


def question(number: int, due: int, times: int = 0, last: int | None = None, closes: int | None = None) -> Question:
    return Question(
        UUID(int=number),
        march(due),
        march(due + 60 if closes is None else closes),
        times,
        None if last is None else march(last),
    )


def told(asking: Asking | None) -> tuple[int, list[int]] | None:
    """The day of March of a mail, and the numbers of the questions in it."""
    if asking is None:
        return None
    return (asking.on - march(1)).days + 1, [one.follow_up_id.int for one in asking.questions]


@pytest.mark.parametrize(
    ("questions", "today", "last_mail", "expected"),
    [
        pytest.param([], 2, None, None, id="nothing to ask"),
        pytest.param([question(1, due=4)], 2, None, (4, [1]), id="on its day, not before"),
        pytest.param([question(1, due=7)], 2, None, (9, [1]), id="a Saturday becomes Monday"),
        pytest.param([question(1, due=2), question(2, due=5)], 2, None, (5, [1, 2]), id="one mail within a week"),
        pytest.param([question(1, due=2), question(2, due=8)], 2, None, (9, [1, 2]), id="the seventh day still joins"),
        pytest.param([question(1, due=2), question(2, due=9)], 2, None, (2, [1]), id="the eighth day does not"),
        pytest.param(
            [question(1, due=2), question(2, due=8), question(3, due=9)],
            2,
            None,
            (9, [1, 2, 3]),
            id="what gets ready over the weekend goes along",
        ),
        pytest.param([question(1, due=2, times=1, last=2)], 3, 2, (9, [1]), id="a reminder after the pause"),
        pytest.param([question(1, due=2, times=1, last=3)], 4, 3, (10, [1]), id="counted from when it was sent"),
        pytest.param(
            [question(1, due=2, times=1, last=2), question(2, due=12)], 3, 2, (12, [1, 2]), id="a reminder joins too"
        ),
        pytest.param([question(1, due=5)], 5, 2, (9, [1]), id="one mail in seven days"),
        pytest.param([question(1, due=2, times=3, last=20)], 30, 20, None, id="three askings are enough"),
        pytest.param([question(1, due=2, closes=20)], 21, None, None, id="nothing after it closed"),
        pytest.param([question(1, due=2, closes=7)], 7, None, None, id="not on a Monday when it closed on Saturday"),
        pytest.param([question(1, due=2, closes=8)], 3, 2, None, id="not after a pause that is too long"),
        pytest.param(
            [question(1, due=2, closes=20), question(2, due=12)],
            18,
            None,
            (18, [1, 2]),
            id="after a standstill all that is ready goes at once",
        ),
        pytest.param([question(1, due=-20)], 4, None, (4, [1]), id="late is today"),
    ],
)
def test_the_next_mail(
    questions: list[Question], today: int, last_mail: int | None, expected: tuple[int, list[int]] | None
) -> None:
    planned = next_asking(questions, march(today), last_mail_on=None if last_mail is None else march(last_mail))
    assert told(planned) == expected


def test_a_programme_may_pause_longer_and_ask_less_often() -> None:
    asked_once = question(1, due=2, times=1, last=2)
    assert told(next_asking([asked_once], march(3), last_mail_on=march(2), pause_days=14)) == (16, [1])
    assert next_asking([asked_once], march(3), times_at_most=1) is None


def test_a_deadline_that_was_moved_later_is_waited_for_again() -> None:
    assert ready_on(question(1, due=30, times=1, last=2)) == march(30)


@pytest.mark.parametrize("seed", range(20))
def test_day_by_day_nobody_gets_two_mails_in_a_week_and_every_question_is_asked(seed: int) -> None:
    """Whatever the days on which questions fall, and whenever the program stands still for a while."""
    chance = Random(seed)  # noqa: S311  nothing secret is drawn with it
    waiting = {number: question(number, due=chance.randint(1, 90)) for number in range(1, chance.randint(2, 12))}
    asked: dict[int, list[int]] = {number: [] for number in waiting}
    mails: list[date] = []
    for day in range(1, 200):
        if chance.random() < 0.1:
            continue
        asking = next_asking(list(waiting.values()), march(day), last_mail_on=mails[-1] if mails else None)
        if asking is None or asking.on != march(day):
            continue
        mails.append(asking.on)
        for one in asking.questions:
            asked[one.follow_up_id.int].append(day)
            waiting[one.follow_up_id.int] = Question(
                one.follow_up_id, one.due_on, one.closes_on, one.times_asked + 1, asking.on
            )
    assert all(is_working_day(on) for on in mails)
    assert all((later - on).days >= 7 for on, later in pairwise(mails))
    for number, days in asked.items():
        due = (waiting[number].due_on - march(1)).days + 1
        assert len(days) == 3
        assert days[0] >= due
        assert days[-1] <= due + 60

"""Of how many questions the answer is known, where the others stand, and which talks would raise the response most."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest

from app.rules.answer_curve import answer_curve
from app.rules.code_lists import EvidenceSource, FollowUpState
from app.rules.outcome_state import OutcomeState
from app.rules.response import AskedAbout, DueQuestion, Standing, due_questions
from app.rules.response_counts import (
    AnsweredLately,
    MonthResponse,
    answered_lately,
    response_by_calendar_month,
    response_by_month,
)
from app.rules.response_gain import Gain, gain_of

DAY = date(2026, 3, 2)
QUESTIONS = """
| person | month | report     | follow-up                   | employer | stands as    |
|--------|-------|------------|-----------------------------|----------|--------------|
| Amina  | 3     | yes        | answered employer           | Bakery   | employer     |
| Amina  | 6     | unanswered | due                         | Bakery   | not asked    |
| Bilal  | 3     | unanswered | unanswered                  | Bakery   | no answer    |
| Bilal  | 6     | unanswered | asked                       | Bakery   | asked        |
| Chloe  | 6     | unanswered | answered employer ended     | Bakery   | day unknown  |
| Dawit  | 6     | no         | answered participant        | Garage   | participant  |
| Emre   | 6     | yes        | answered payslip            | Garage   | register     |
| Fatma  | 6     | no         | answered coach              | Garage   | team         |
| Goran  | 6     | yes        | unreachable                 | Garage   | elsewhere    |
| Hala   | 6     | unreachable| unreachable                 | Garage   | unreachable  |
| Ivan   | 6     | refused    | refused                     | Garage   | refused      |
| Jamal  | 6     | unanswered | cancelled                   | Garage   | cancelled    |
| Karim  | 6     | unanswered | due moved                   | Garage   | moved        |
| Kofi   | 6     | unanswered | asked left alone            | Garage   | left alone   |
| Lena   | 6     | unanswered |                             | Garage   | not asked    |
| Mehdi  | 6     | unanswered | unanswered in part          | Garage   | in part      |
| Nadia  | 6     | not_yet_due| planned                     | Garage   |              |
| Omar   | 6     | excluded   | cancelled                   | Garage   |              |
"""
"""What the report says of each question, how its follow-up stands, and so where the question stands."""


def known_as(name: str) -> UUID:
    return uuid5(UUID(int=0), name)


def rows() -> list[dict[str, str]]:
    head, _, *lines = ([cell.strip() for cell in line.strip("|").split("|")] for line in QUESTIONS.split("\n")[1:-1])
    return [dict(zip(head, line, strict=True)) for line in lines]


def follow_up(person: str, month: int = 6, **known: Any) -> AskedAbout:
    values = {"employer": known_as("Bakery"), "due_on": DAY, "state": FollowUpState.DUE, **known}
    return AskedAbout(id=known_as(f"{person} {month}"), trajectory=known_as(person), month=month, **values)


def from_row(row: dict[str, str]) -> AskedAbout:
    state, *more = row["follow-up"].split()
    source = next((one for one in EvidenceSource if one.value in more), None)
    return follow_up(
        row["person"],
        int(row["month"]),
        employer=known_as(row["employer"]),
        state=FollowUpState(state),
        source=source,
        times_asked=int(state in ("asked", "answered")),
        due_on=DAY + timedelta(days=int("moved" in more)),
        is_answered_in_part="part" in more,
        is_left_alone="left" in more,
        job_ends_on=DAY - timedelta(days=30) if "ended" in more else None,
    )


def everything_due() -> list[DueQuestion]:
    outcomes: dict[UUID, dict[int, OutcomeState]] = {}
    for row in rows():
        outcomes.setdefault(known_as(row["person"]), {})[int(row["month"])] = OutcomeState(row["report"])
    people = [(person, person) for person in outcomes]
    return due_questions(people, [from_row(row) for row in rows() if row["follow-up"]], outcomes, DAY)


def month_of(questions: list[DueQuestion], month: int) -> MonthResponse:
    return next(one for one in response_by_month(questions, [3, 6]) if one.month == month)


def gain_in(month: int) -> Gain:
    questions = everything_due()
    gain = gain_of(month_of(questions, month), questions)
    assert gain is not None
    return gain


def test_every_question_that_is_due_stands_somewhere() -> None:
    stands = {(one.trajectory, one.month): one.standing for one in everything_due()}
    assert stands == {
        (known_as(row["person"]), int(row["month"])): Standing(row["stands as"].replace(" ", "_"))
        for row in rows()
        if row["stands as"]
    }


def test_what_is_due_is_known_or_not_and_nothing_is_counted_twice() -> None:
    response = month_of(everything_due(), 6)
    assert (response.due, response.known, response.asked) == (14, 4, 6)
    assert response.rate == 4 / 14
    assert month_of(everything_due(), 3).rate == 1 / 2


def test_by_the_calendar_a_question_is_in_the_month_in_which_its_day_lay() -> None:
    days = (date(2026, 3, 1), date(2026, 2, 28), date(2025, 4, 1), date(2025, 3, 31))
    questions = [
        DueQuestion(known_as(str(n)), 6, Standing.ASKED, follow_up(str(n), due_on=day, times_asked=n))
        for n, day in enumerate(days)
    ]
    months = {one.first_day: (one.due, one.asked) for one in response_by_calendar_month(questions, DAY) if one.due}
    assert months == {date(2026, 3, 1): (1, 0), date(2026, 2, 1): (1, 1), date(2025, 4, 1): (1, 1)}


def test_of_the_past_year_the_answered_are_counted_and_the_cancelled_are_not_due() -> None:
    def of(state: FollowUpState, days_ago: int) -> AskedAbout:
        return follow_up(state, due_on=DAY - timedelta(days=days_ago), state=state)

    lately = [of(FollowUpState.ANSWERED, 0), of(FollowUpState.REFUSED, 364), of(FollowUpState.CANCELLED, 10)]
    others = [of(FollowUpState.ANSWERED, 365), of(FollowUpState.PLANNED, -1)]
    assert answered_lately([*lately, *others], DAY) == AnsweredLately(due=2, answered=1)


def test_where_nothing_is_due_there_is_no_response_and_nothing_to_win() -> None:
    (response,) = response_by_month([], [12])
    assert response.rate is None
    assert gain_of(response, []) is None


def test_one_talk_with_an_employer_answers_for_everybody_there_and_for_the_other_months() -> None:
    bakery, *others = gain_in(6).talks
    assert bakery.employer == known_as("Bakery")
    assert [one.trajectory for one in bakery.questions] == [known_as("Amina"), known_as("Bilal")]
    assert [(one.trajectory, one.month) for one in bakery.more] == [(known_as("Bilal"), 3)]
    assert bakery.gain == 2 / 14
    assert all(len(talk.questions) == 1 for talk in others)


def test_about_a_job_that_has_ended_the_participant_is_asked() -> None:
    with_participants = {talk.questions[0].trajectory for talk in gain_in(6).talks if talk.employer is None}
    assert with_participants == {known_as("Chloe"), known_as("Lena")}


def test_the_list_says_from_which_response_to_which_and_leaves_the_quiet_ones_alone() -> None:
    gain = gain_in(6)
    assert (gain.follow_ups, gain.rate, gain.rate_after) == (5, 4 / 14, 9 / 14)
    assert [round(talk.rate_after * 14) for talk in gain.talks] == [6, 7, 8, 9]
    asked = {one.trajectory for talk in gain.talks for one in talk.questions}
    assert asked.isdisjoint({known_as(name) for name in ("Hala", "Ivan", "Jamal", "Kofi")})


@pytest.mark.parametrize(
    ("known", "open_ones", "left_alone", "enough"), [(7, 3, 0, 1), (8, 2, 0, None), (5, 1, 4, None)]
)
def test_it_says_after_how_many_talks_the_response_is_no_longer_weak(
    known: int, open_ones: int, left_alone: int, enough: int | None
) -> None:
    standings = [Standing.EMPLOYER] * known + [Standing.NOT_ASKED] * open_ones + [Standing.LEFT_ALONE] * left_alone
    questions = [
        DueQuestion(known_as(str(n)), 6, standing, follow_up(str(n), employer=known_as(f"employer {n}")))
        for n, standing in enumerate(standings)
    ]
    gain = gain_of(month_of(questions, 6), questions)
    assert gain is not None
    assert gain.enough == enough


def test_of_two_talks_that_answer_as_much_the_one_about_the_later_day_comes_first() -> None:
    questions = [
        DueQuestion(
            known_as(name),
            6,
            Standing.NOT_ASKED,
            follow_up(name, employer=known_as(name), due_on=DAY - timedelta(days=days)),
        )
        for name, days in (("long ago", 90), ("last week", 7), ("last month", 30))
    ]
    gain = gain_of(month_of(questions, 6), questions)
    assert gain is not None
    assert [talk.employer for talk in gain.talks] == [
        known_as(name) for name in ("last week", "last month", "long ago")
    ]


def test_somebody_with_two_trajectories_counts_once_by_the_first_with_a_paid_job() -> None:
    without_job, first, second = (known_as(name) for name in ("without a job", "first", "second"))
    person = known_as("person")
    found = due_questions(
        [(without_job, person), (first, person), (second, person)],
        [],
        {without_job: {}, first: {6: OutcomeState.YES}, second: {6: OutcomeState.UNANSWERED}},
        DAY,
    )
    assert [(one.trajectory, one.standing) for one in found] == [(first, Standing.ELSEWHERE)]


def test_a_cancelled_follow_up_of_another_job_does_not_hide_the_one_that_counts() -> None:
    counting = follow_up("Amina", state=FollowUpState.ASKED)
    cancelled = AskedAbout(**{**vars(counting), "id": known_as("other job"), "state": FollowUpState.CANCELLED})
    for order in ([counting, cancelled], [cancelled, counting]):
        (found,) = due_questions(
            [(known_as("Amina"), known_as("Amina"))], order, {known_as("Amina"): {6: OutcomeState.UNANSWERED}}, DAY
        )
        assert found.follow_up is counting


def asked(days_ago: int, answered_after: int | None = None, **known: Any) -> AskedAbout:
    """A follow-up that was asked so many days ago and answered so many days after that, if it was."""
    first = DAY - timedelta(days=days_ago)
    state = FollowUpState.ASKED if answered_after is None else FollowUpState.ANSWERED
    closed = None if answered_after is None else first + timedelta(days=answered_after)
    values = {"first_asked_on": first, "times_asked": 1, "closed_on": closed, "state": state, **known}
    return follow_up(f"{days_ago} {answered_after} {known}", **values)


def test_what_was_asked_a_short_while_ago_is_not_taken_for_a_question_without_answer() -> None:
    curve = answer_curve([asked(60, 1), asked(60, 9), asked(60), asked(2)], DAY)
    assert (curve.asked, curve.answered) == (4, 2)
    shares = {point.day: (round(point.share, 3), point.waiting) for point in curve.told()}
    assert shares[0] == (0.0, 4)
    assert shares[1] == (0.25, 4)
    assert shares[3] == (0.25, 2)
    assert shares[14] == (0.625, 1)
    assert max(shares) == 60


def test_nobody_was_asked_so_there_is_no_curve() -> None:
    curve = answer_curve([follow_up("Amina")], DAY)
    assert (curve.asked, curve.told(), curve.askings) == (0, [], ())


def test_an_answer_from_before_the_asking_is_no_answer_to_it() -> None:
    assert answer_curve([asked(10, -3)], DAY).asked == 0


def test_each_asking_shows_what_it_brought() -> None:
    curve = answer_curve(
        [asked(60, 1), asked(60, 9, times_asked=2), asked(60, times_asked=3), asked(50, 40, times_asked=3)], DAY
    )
    assert [(one.nth, one.asked, one.answered) for one in curve.askings] == [(1, 4, 1), (2, 3, 1), (3, 2, 1)]

"""What the page on the response shows: the talks with names, where questions stand in words, and the curve drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.queries.response import ProgrammeResponse
from app.rules.answer_curve import CURVE_DAYS, AnswerCurve
from app.rules.response import CAN_BE_ANSWERED, QUIET, DueQuestion, Standing
from app.rules.response_counts import MonthResponse
from app.rules.response_gain import Gain, Talk
from app.rules.sentence import Sentence

STANDINGS = {
    Standing.EMPLOYER: Sentence("Employer"),
    Standing.PARTICIPANT: Sentence("Participant"),
    Standing.TEAM: Sentence("The team itself"),
    Standing.REGISTER: Sentence("Payslip or register"),
    Standing.ELSEWHERE: Sentence("Known from another occasion"),
    Standing.NOT_ASKED: Sentence("Not asked yet"),
    Standing.ASKED: Sentence("Asked, no answer yet"),
    Standing.IN_PART: Sentence("Answered in part"),
    Standing.NO_ANSWER: Sentence("No answer came in time"),
    Standing.DAY_UNKNOWN: Sentence("Answered, but not about the day itself"),
    Standing.MOVED: Sentence("Moved to a later day"),
    Standing.UNREACHABLE: Sentence("Unreachable"),
    Standing.REFUSED: Sentence("Refused to answer"),
    Standing.CANCELLED: Sentence("No longer asked"),
    Standing.LEFT_ALONE: Sentence("Left alone: you know that it is not known"),
}
USUAL_MONTH = 6
"""The month of which the programme's response is spoken of, where it asks in that month."""
WIDTH, HEIGHT = 400, 150
"""Of the curve, in units of the picture."""
MARKED_DAYS = (0, 7, 14, 30, CURVE_DAYS)


@dataclass(frozen=True)
class TalkedAbout:
    """One person in a talk: which months it can answer, and where the question of this month stands.

    `address` is where one can act: at the follow-up or, where none was planned, at the trajectory.
    """

    address: str
    name: str
    months: tuple[int, ...]
    standing: Sentence


@dataclass(frozen=True)
class TalkLine:
    """One talk as the page tells it."""

    whom: str
    with_employer: bool
    people: tuple[TalkedAbout, ...]
    answers: int
    rate_before: float
    rate_after: float


@dataclass(frozen=True)
class StandingLine:
    """How many questions of a month stand in one way, and whether they can still be answered."""

    name: Sentence
    count: int
    can_be_answered: bool


@dataclass(frozen=True)
class CurveDrawing:
    """The curve as a path of steps, and the days below it with their places."""

    path: str
    days: tuple[tuple[int, float], ...]


def month_to_show(months: Sequence[MonthResponse], wanted: int | None) -> MonthResponse | None:
    """The month asked for; else month 6, or else the one with most questions that can still be answered."""
    due = [one for one in months if one.due]
    for month in (wanted, USUAL_MONTH):
        for one in due:
            if one.month == month:
                return one
    return max(due, key=lambda one: one.among(CAN_BE_ANSWERED), default=None)


def talk_lines(response: ProgrammeResponse, gain: Gain, most: int) -> list[TalkLine]:
    """The first talks of a list, with names."""
    before = [gain.rate, *(talk.rate_after for talk in gain.talks)]
    return [_talk_line(response, talk, rate) for talk, rate in zip(gain.talks[:most], before, strict=False)]


def _talk_line(response: ProgrammeResponse, talk: Talk, rate_before: float) -> TalkLine:
    people = []
    for one in talk.questions:
        others = [other.month for other in talk.more if other.trajectory == one.trajectory]
        months = tuple(sorted({one.month, *others}))
        name = response.people[one.trajectory]
        people.append(TalkedAbout(_address(one), name, months, STANDINGS[one.standing]))
    whom = response.employers[talk.employer] if talk.employer else people[0].name
    return TalkLine(whom, talk.employer is not None, tuple(people), len(talk.questions), rate_before, talk.rate_after)


def _address(question: DueQuestion) -> str:
    if question.follow_up:
        return f"/follow-ups/{question.follow_up.id}"
    return f"/trajectories/{question.trajectory}"


def unanswered_lines(month: MonthResponse) -> list[StandingLine]:
    """Where the questions without an answer stand; those of which there is none are left out."""
    lines = ((standing, month.standings[standing]) for standing in (*CAN_BE_ANSWERED, *QUIET))
    return [StandingLine(STANDINGS[one], count, one in CAN_BE_ANSWERED) for one, count in lines if count]


def draw_curve(curve: AnswerCurve) -> CurveDrawing:
    """Draw the share answered from the day of asking until the last day looked at, or the last known."""
    last = min(max((point.day for point in curve.points), default=0), CURVE_DAYS)
    steps = "".join(f"H{_x(point.day)}V{_y(point.share)}" for point in curve.drawn)
    return CurveDrawing(f"M0 {_y(0)}{steps}H{_x(last)}", tuple(_marks(MARKED_DAYS)))


def _marks(days: Iterable[int]) -> Iterable[tuple[int, float]]:
    return ((day, _x(day)) for day in days)


def _x(day: int) -> float:
    return round(WIDTH * day / CURVE_DAYS, 1)


def _y(share: float) -> float:
    return round(HEIGHT * (1 - share), 1)

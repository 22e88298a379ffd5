"""The response of a programme as the API answers it. It is worked out and kept in no table."""

from datetime import date
from uuid import UUID

from app.models.base import Shape
from app.rules.answer_curve import AnswerCurve
from app.rules.response import DueQuestion, Standing
from app.rules.response_counts import MonthResponse
from app.rules.response_gain import Gain, Talk


class QuestionPublic(Shape):
    """One question without an answer; `followUpId` is null where no follow-up was planned for it."""

    trajectory_id: UUID
    follow_up_id: UUID | None
    month: int
    standing: Standing

    @classmethod
    def of(cls, one: DueQuestion) -> "QuestionPublic":
        """One question, without the name of whom it is about."""
        follow_up_id = one.follow_up.id if one.follow_up else None
        return cls(trajectory_id=one.trajectory, follow_up_id=follow_up_id, month=one.month, standing=one.standing)


class TalkPublic(Shape):
    """One talk, with the employer or, where `organisationId` is null, with the participant.

    `questions` are those of the month, `more` those of other months that it can answer too. `responseRateAfter` is
    the response with this talk and all those before it.
    """

    organisation_id: UUID | None
    questions: list[QuestionPublic]
    more: list[QuestionPublic]
    response_rate_after: float

    @classmethod
    def of(cls, talk: Talk) -> "TalkPublic":
        """One talk of a list."""
        return cls(
            organisation_id=talk.employer,
            questions=[QuestionPublic.of(one) for one in talk.questions],
            more=[QuestionPublic.of(one) for one in talk.more],
            response_rate_after=talk.rate_after,
        )


class MonthResponsePublic(Shape):
    """The questions of one month whose day has come. `responseRate` is `known` of `due`, null where nothing is due.

    `standings` counts all that are due, each once. `talks` would raise the response, the one that answers most first;
    `talksEnough` is how many of them bring it to 80 %, null when it is there already or does not get there.
    """

    month: int
    due: int
    asked: int
    known: int
    response_rate: float | None
    standings: dict[Standing, int]
    talks: list[TalkPublic]
    talks_enough: int | None

    @classmethod
    def of(cls, response: MonthResponse, gain: Gain | None) -> "MonthResponsePublic":
        """One month with what can be won in it."""
        return cls(
            month=response.month,
            due=response.due,
            asked=response.asked,
            known=response.known,
            response_rate=response.rate,
            standings={standing: response.standings[standing] for standing in Standing},
            talks=[TalkPublic.of(talk) for talk in gain.talks] if gain else [],
            talks_enough=gain.enough if gain else None,
        )


class CurvePointPublic(Shape):
    """The share answered by the end of a day since the first asking, and how many still waited on that day."""

    day: int
    answered_share: float
    waiting: int


class AskingPublic(Shape):
    """How many follow-ups were asked so often, and how many of them were answered before they were asked again."""

    nth: int
    asked: int
    answered: int


class ResponsePublic(Shape):
    """How many answers there are to the follow-ups of a programme, and what would raise that."""

    programme_id: UUID
    as_of: date
    months: list[MonthResponsePublic]
    curve: list[CurvePointPublic]
    askings: list[AskingPublic]

    @classmethod
    def of(
        cls,
        programme_id: UUID,
        as_of: date,
        months: list[tuple[MonthResponse, Gain | None]],
        curve: AnswerCurve,
    ) -> "ResponsePublic":
        """The response as it was worked out."""
        points = [(point.day, point.share, point.waiting) for point in curve.told()]
        return cls(
            programme_id=programme_id,
            as_of=as_of,
            months=[MonthResponsePublic.of(month, gain) for month, gain in months],
            curve=[CurvePointPublic(day=day, answered_share=share, waiting=left) for day, share, left in points],
            askings=[AskingPublic(nth=one.nth, asked=one.asked, answered=one.answered) for one in curve.askings],
        )

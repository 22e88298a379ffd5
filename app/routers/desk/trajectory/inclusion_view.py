"""What pages tell of inclusion at work in one placement, worked out from what is recorded and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.routers.desk.trajectory.rating_chart import RatingChart, draw_ratings
from app.rules.code_lists import PAID_WORK, RatedBy, SpellKind, WorkplaceSupportKind
from app.rules.rating_schedule import AskState, ask_state, closes_on, opens_on
from app.rules.rating_signal import Score, Signal
from app.rules.sentence import Sentence

Facts = Mapping[str, Any]
AT_WORK = PAID_WORK | {SpellKind.INTERNSHIP, SpellKind.WORK_EXPERIENCE, SpellKind.TRIAL_PLACEMENT}
SIGNALS = {Signal.LOW: Sentence("Low"), Signal.FALLING: Sentence("Falling")}


@dataclass(frozen=True)
class Question:
    """A question to one side, where it stands, and that in a sentence."""

    request: Facts
    state: AskState
    sentence: Sentence

    @property
    def can_be_asked(self) -> bool:
        """Whether it is a question to the participant whose time it is."""
        mine = self.request["ratedBy"] == RatedBy.PARTICIPANT
        return mine and self.state in (AskState.DUE, AskState.ASKED)


@dataclass(frozen=True)
class Inclusion:
    """What is arranged, what both sides think of it, and what is asked. Support that is unknown is None."""

    supports: Sequence[tuple[WorkplaceSupportKind, Facts | None]]
    charts: Sequence[RatingChart]
    questions: Sequence[Question]

    @property
    def known(self) -> list[Facts]:
        """The support of which something is known."""
        return [support for _, support in self.supports if support]

    @property
    def now(self) -> list[Question]:
        """The questions whose time it is."""
        return [one for one in self.questions if one.state in (AskState.DUE, AskState.ASKED)]


def inclusion_of(placement: Facts, story: Facts, at: datetime, today: date) -> Inclusion:
    """Work out one placement; `story` holds the supports, ratings and requests of its trajectory."""
    mine = {name: [one for one in story[name] if one["placementId"] == placement["id"]] for name in LISTS}
    known = {support["kind"]: support for support in mine["workplaceSupports"]}
    scores = [
        Score(one["ratedBy"], one["dimension"], one["placementId"], date.fromisoformat(one["ratedOn"]), one["score"])
        for one in mine["ratings"]
    ]
    return Inclusion(
        supports=[(kind, known.get(kind)) for kind in WorkplaceSupportKind],
        charts=draw_ratings(scores, date.fromisoformat(placement["startsOn"])),
        questions=[_question(one, placement, at, today) for one in mine["ratingRequests"]],
    )


def inclusions_of(story: Facts, at: datetime, today: date) -> list[tuple[Facts, Inclusion]]:
    """Work out every placement at work in a trajectory, the latest first."""
    here = [one for one in story["placements"] if one["trajectoryId"] == story["id"] and one["kind"] in AT_WORK]
    return [(placement, inclusion_of(placement, story, at, today)) for placement in reversed(here)]


LISTS = ("workplaceSupports", "ratings", "ratingRequests")


def _question(request: Facts, placement: Facts, at: datetime, today: date) -> Question:
    due_on = date.fromisoformat(request["dueOn"])
    is_out = request["issuedAt"] and not request["revokedAt"]
    state = ask_state(
        today,
        due_on=due_on,
        ends_on=date.fromisoformat(placement["endsOn"]) if placement["endsOn"] else None,
        cancelled=request["cancelledAt"] is not None,
        answered=request["answeredAt"] is not None,
        asked_until=datetime.fromisoformat(request["expiresAt"]) if is_out else None,
        at=at,
    )
    return Question(request, state, _sentence(state, request, due_on))


def _sentence(state: AskState, request: Facts, due_on: date) -> Sentence:
    match state:
        case AskState.LATER:
            return Sentence("Will be asked from %(day)s on.", day=opens_on(due_on))
        case AskState.DUE:
            return Sentence("Not asked yet. It can be asked until %(day)s.", day=closes_on(due_on))
        case AskState.ASKED:
            asked_on = datetime.fromisoformat(request["issuedAt"]).date()
            return Sentence("Asked on %(day)s. There is no answer yet.", day=asked_on)
        case AskState.ANSWERED:
            return Sentence("Answered on %(day)s.", day=datetime.fromisoformat(request["answeredAt"]).date())
        case AskState.MISSED:
            return Sentence("No answer came before %(day)s.", day=closes_on(due_on))
        case AskState.CANCELLED:
            return Sentence("Not asked: the placement ended before the day of the question.")

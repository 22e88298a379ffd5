"""The life of a follow-up: which state follows which, who may bring that about, and when a reason is asked.

`LIFE` is the one table; `docs/follow-ups.md` is written from it. What is not in it is refused. Source: the states of a
question to an employer or a participant, from its planning to its answer.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import OPEN_STATES
from app.rules.names import name_of
from app.rules.sentence import Sentence

State = FollowUpState
WAITED = OPEN_STATES | {State.UNANSWERED}
"""The states in which nobody answered yet, and an answer may still come."""
CLOSED_BY_HAND = frozenset({State.UNREACHABLE, State.REFUSED, State.CANCELLED})
"""The states in which somebody, or the plan, closed a question that nobody answered."""


class Hand(StrEnum):
    """Who brings a follow-up into another state."""

    PROGRAM = "program"
    EMPLOYER = "employer"
    PARTICIPANT = "participant"
    TEAM = "team"


WHO_ANSWERS = frozenset({Hand.EMPLOYER, Hand.PARTICIPANT, Hand.TEAM})
EVERYBODY = frozenset(Hand)


@dataclass(frozen=True)
class Passage:
    """One row of the table: from any of these states to any of those, by whom, and what it is for."""

    why: str
    before: frozenset[State]
    after: frozenset[State]
    by: frozenset[Hand]
    needs_reason: bool = False


LIFE: tuple[Passage, ...] = (
    Passage(
        "Fourteen days before its day the question opens.",
        frozenset({State.PLANNED}),
        frozenset({State.DUE}),
        frozenset({Hand.PROGRAM}),
    ),
    Passage(
        "A message with a link has been sent, or somebody of the team made a link by hand.",
        OPEN_STATES,
        frozenset({State.ASKED}),
        frozenset({Hand.PROGRAM, Hand.TEAM}),
    ),
    Passage(
        "The only message about it came back: nobody has been asked yet.",
        frozenset({State.ASKED}),
        frozenset({State.DUE}),
        frozenset({Hand.PROGRAM}),
    ),
    Passage(
        "Something was said that answers it, or the placement is known to have lasted until its day.",
        WAITED,
        frozenset({State.ANSWERED}),
        EVERYBODY,
    ),
    Passage(
        "Somebody answers this very question after all.",
        frozenset({State.UNREACHABLE, State.REFUSED}),
        frozenset({State.ANSWERED}),
        WHO_ANSWERS,
    ),
    Passage(
        "The answer was corrected, or no longer answers it: it is asked as before.",
        frozenset({State.ANSWERED}),
        WAITED,
        EVERYBODY,
    ),
    Passage(
        "Sixty days after its day the question closes by itself.",
        OPEN_STATES,
        frozenset({State.UNANSWERED}),
        frozenset({Hand.PROGRAM}),
    ),
    Passage(
        "Nobody could be reached, or somebody does not want to answer.",
        WAITED,
        frozenset({State.UNREACHABLE, State.REFUSED}),
        frozenset({Hand.TEAM}),
    ),
    Passage(
        "The question no longer belongs to the plan, or must not be asked about this person any more.",
        WAITED,
        frozenset({State.CANCELLED}),
        frozenset({Hand.PROGRAM}),
    ),
    Passage(
        "Somebody of the team stops the question.",
        WAITED,
        frozenset({State.CANCELLED}),
        frozenset({Hand.TEAM}),
        needs_reason=True,
    ),
    Passage(
        "The day was computed anew, because the placement or the programme changed.",
        WAITED | {State.CANCELLED},
        WAITED,
        frozenset({Hand.PROGRAM}),
    ),
    Passage(
        "Somebody of the team moves the day of the question.",
        WAITED,
        OPEN_STATES,
        frozenset({Hand.TEAM}),
        needs_reason=True,
    ),
    Passage(
        "Somebody of the team opens again what was closed by hand.",
        CLOSED_BY_HAND,
        WAITED,
        frozenset({Hand.TEAM}),
        needs_reason=True,
    ),
)


def passages(before: State, after: State, by: Hand) -> Iterator[Passage]:
    """Find the rows of the table by which somebody may bring a follow-up from a state to a state."""
    return (one for one in LIFE if before in one.before and after in one.after and by in one.by)


def states_before(after: State, by: Hand) -> frozenset[State]:
    """Name the states from which somebody may bring a follow-up to this one, for writing many at once."""
    return frozenset(before for one in LIFE if after in one.after and by in one.by for before in one.before)


def may_pass(before: State, after: State, by: Hand) -> bool:
    """Tell whether somebody may bring a follow-up from a state to another, as long as the reason is given."""
    return before is not after and any(passages(before, after, by))


def why_not_pass(before: State, after: State, *, by: Hand, reason: str | None) -> Mapping[str, Sentence]:
    """Say per field why this passage is not possible; nothing when it is."""
    ways: Collection[Passage] = list(passages(before, after, by))
    if not ways:
        refusal = Sentence(
            "A follow-up with the state “%(before)s” cannot become “%(after)s” in this way.",
            before=name_of(before),
            after=name_of(after),
        )
        return {"state": refusal}
    if all(way.needs_reason for way in ways) and not (reason or "").strip():
        return {"reason": Sentence("Write down the reason.")}
    return {}


class WhyCancelled(StrEnum):
    """Why the program itself cancelled a question. When the ground is gone, the question comes back."""

    NO_LONGER_FIRST = "no_longer_first"
    MONTH_NOT_ASKED = "month_not_asked"
    DECEASED = "deceased"
    ERASED = "erased"


CANCELLED_BECAUSE: Mapping[WhyCancelled, Sentence] = {
    WhyCancelled.NO_LONGER_FIRST: Sentence("This is not the first paid placement any more."),
    WhyCancelled.MONTH_NOT_ASKED: Sentence("The programme does not ask at this month any more."),
    WhyCancelled.DECEASED: Sentence("This person has died."),
    WhyCancelled.ERASED: Sentence("It was erased who this person is."),
}


def may_come_back(state: State, reason: str | None) -> bool:
    """Tell whether the plan may open a cancelled question again: not when a person cancelled it."""
    return state is State.CANCELLED and (not reason or reason in CANCELLED_BECAUSE.values())

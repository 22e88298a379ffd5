"""Whether somebody can be handed over to another coach, and why not."""

from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import TrajectoryState
from app.rules.guided_states import IN_TOUCH
from app.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Guided:
    """How somebody stands at the moment of a hand-over."""

    state: TrajectoryState
    is_changed: bool
    is_guided_by_taker: bool
    taker_is_coach_here: bool
    guided_since: date | None


def why_not_hand_over(guided: Guided, on: date) -> Sentence | None:
    """Say why not; nothing when it can be done."""
    if guided.is_changed:
        return Sentence("Somebody else changed this while you were busy. Look again before you hand over.")
    if guided.state not in IN_TOUCH:
        return Sentence("This trajectory has ended.")
    if guided.is_guided_by_taker:
        return Sentence("This coach guides this person already.")
    if not guided.taker_is_coach_here:
        return Sentence("The new coach is no coach in this programme.")
    if guided.guided_since is not None and on < guided.guided_since:
        return Sentence("The coach of now guides this person only since %(day)s.", day=guided.guided_since)
    return None

"""What one kind of line on the desk of the day is made of."""

from dataclasses import dataclass
from enum import StrEnum


class TaskKind(StrEnum):
    """Why somebody or something is on the list, in the order in which it is worked through."""

    RATING_SIGNAL = "rating_signal"
    HALF_ANSWER = "half_answer"
    CALL = "call"
    FOLLOW_UP = "follow_up"
    UNDELIVERABLE = "undeliverable"
    TASK = "task"
    NO_SHOW = "no_show"
    SILENCE = "silence"
    APPOINTMENT = "appointment"
    CONTRACT = "contract"
    SCREENING = "screening"
    LANGUAGE_BELOW = "language_below"
    LANGUAGE_FELL_BACK = "language_fell_back"
    LANGUAGE_UNMEASURED = "language_unmeasured"
    RATING_DUE = "rating_due"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class DeskPart:
    """One kind of line, in SQL; `:today` is the day, `:me` who looks.

    `lines` finds them, and must stay cheap over everything that somebody may see: a query with the columns
    `trajectory_id, programme_id, subject_id, day, coach_id, coordinator_id` in that order, each NULL where it says
    nothing. `subject_id` is the row that the line is about, and `day` the day by which lines of one kind are sorted.
    `facts` is one JSON value, worked out only for the lines of a page: it may read `shown`, with the columns of
    `lines`, and `trajectory` and `programme`.
    """

    kind: TaskKind
    lines: str
    facts: str = "NULL"

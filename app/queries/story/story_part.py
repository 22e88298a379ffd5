"""What one kind of entry in a story is made of."""

from dataclasses import dataclass
from enum import StrEnum


class StoryKind(StrEnum):
    """What an entry is about; people choose by it what they want to read."""

    WAY = "way"
    SCREENING = "screening"
    LANGUAGE = "language"
    GUIDANCE = "guidance"
    WORK = "work"
    EVIDENCE = "evidence"
    RATINGS = "ratings"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class StoryPart:
    """The entries of one kind, in SQL.

    `entries` is a query over `told`, the trajectory with all its columns, and gives the columns
    `day, at, what, facts, more, by`: the day it happened (or is to happen), the moment it was recorded, which sentence
    tells it, the values of that sentence as JSON, the words that somebody typed beside it, and who recorded it. What
    was typed stands in `more` alone, so that a summary for partners can leave it out.
    """

    kind: StoryKind
    entries: str

"""How one kind of line reads on the desk of the day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.rules.sentence import Sentence

Task = Mapping[str, Any]
"""A line as the statement of the day tells it; what belongs to its kind stands in `facts`."""


def address_of_trajectory(task: Task) -> str:
    """Where the person's story stands."""
    return f"/trajectories/{task['trajectoryId']}"


@dataclass(frozen=True, slots=True)
class DeskLine:
    """What a kind of line is called, how it is coloured, why it stands there today, and where it leads."""

    name: Sentence
    tone: str
    reason: Callable[[Task, date], Sentence]
    address: Callable[[Task], str] = address_of_trajectory

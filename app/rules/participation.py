"""Taking part in a programme: one stay, from the first entry to the last exit, whatever the number of trajectories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import Destination
from app.rules.outcome_facts import Trajectory


@dataclass(frozen=True)
class Participation:
    """One person in one programme. There is no exit while anything that was started still runs.

    `left_to` is the destination at the last exit.
    """

    entry: date | None
    exit: date | None
    left_to: Destination | None


def participation(trajectory: Trajectory, among: Iterable[Trajectory]) -> Participation:
    """The stay that a trajectory is part of; ESF+ counts who comes back from the first entry to the last exit."""
    started = [one for one in among if one.programme == trajectory.programme and one.started_on]
    ended = [(one.ended_on, one.number, str(one.id), one.destination) for one in started if one.ended_on]
    has_left = bool(ended) and len(ended) == len(started)
    last = max(ended, key=lambda one: one[:3]) if has_left else None
    return Participation(
        entry=min((one.started_on for one in started if one.started_on), default=None),
        exit=last[0] if last else None,
        left_to=last[3] if last else None,
    )

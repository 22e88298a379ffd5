"""Which talks would raise the response most: one with an employer can answer for several people at once.

Every answer raises the response of its month by the same share. What differs is how much one talk answers: of
everybody who worked there, and for every month that is still open. Where the job has ended the employer cannot tell
more, so that the talk is with the participant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from uuid import UUID

from app.rules.follow_up_schedule import employer_can_tell
from app.rules.outcome_numbers import WEAK_RESPONSE
from app.rules.response import CAN_BE_ANSWERED, DueQuestion
from app.rules.response_counts import MonthResponse


@dataclass(frozen=True)
class Talk:
    """One talk, with the employer about everybody there or with one participant, and the questions it can answer.

    `gain` is what it adds to the response of the month, as a fraction, and `rate_after` the response with it and all
    talks before it. `questions` are of the month itself, `more` of the other months of the same people.
    """

    employer: UUID | None
    questions: tuple[DueQuestion, ...]
    more: tuple[DueQuestion, ...]
    gain: float
    rate_after: float


@dataclass(frozen=True)
class Gain:
    """What can be won in a month: how many follow-ups, from which response to which, and by which talks.

    `enough` is how many of the first talks bring the response to where a report no longer calls it weak; None when
    it is there already, or all of them together do not bring it there.
    """

    month: int
    follow_ups: int
    rate: float
    rate_after: float
    talks: tuple[Talk, ...]
    enough: int | None


def gain_of(response: MonthResponse, questions: Sequence[DueQuestion]) -> Gain | None:
    """What can be won in a month, the talks with the largest effect first; None where nothing can.

    Of two talks that answer as much of this month, the one that answers more of other months comes first; then the
    one about the later day, as people remember better what is not long ago.
    """
    rate = response.rate
    open_ones = [one for one in questions if one.standing in CAN_BE_ANSWERED]
    by_talk = _by_talk(one for one in open_ones if one.month == response.month)
    if rate is None or not by_talk:
        return None
    others = defaultdict(list)
    for one in open_ones:
        if one.month != response.month:
            others[one.trajectory].append(one)
    found = [
        (employer, tuple(asked), tuple(other for one in asked for other in others[one.trajectory]))
        for (employer, _), asked in by_talk.items()
    ]
    found.sort(key=lambda talk: (-len(talk[1]), -len(talk[2]), -_latest(talk[1]).toordinal(), _first(talk[1])))
    answered = accumulate(len(asked) for _, asked, _ in found)
    talks = tuple(
        Talk(employer, asked, more, len(asked) / response.due, (response.known + so_far) / response.due)
        for (employer, asked, more), so_far in zip(found, answered, strict=True)
    )
    enough = next((place for place, talk in enumerate(talks, 1) if talk.rate_after >= WEAK_RESPONSE), None)
    total = sum(len(talk.questions) for talk in talks)
    return Gain(response.month, total, rate, talks[-1].rate_after, talks, enough if rate < WEAK_RESPONSE else None)


def _by_talk(questions: Iterable[DueQuestion]) -> dict[tuple[UUID | None, UUID], list[DueQuestion]]:
    """Questions by whom to talk to: (employer, employer), or (None, trajectory) for the participant."""
    talks: dict[tuple[UUID | None, UUID], list[DueQuestion]] = defaultdict(list)
    for one in questions:
        asked = one.follow_up
        employer = asked.employer if asked and employer_can_tell(asked.job_ends_on, asked.due_on) else None
        talks[employer, employer or one.trajectory].append(one)
    return talks


def _latest(questions: Iterable[DueQuestion]) -> date:
    return max((one.follow_up.due_on for one in questions if one.follow_up), default=date.min)


def _first(questions: Iterable[DueQuestion]) -> str:
    return min(str(one.trajectory) for one in questions)

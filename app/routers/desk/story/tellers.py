"""Turns the entries of a story into sentences, those to come apart from those that were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.queries.story.story_part import StoryKind
from app.routers.desk.story.entry import Teller, Telling
from app.routers.desk.story.evidence import EVIDENCE
from app.routers.desk.story.guidance import GUIDANCE
from app.routers.desk.story.language import LANGUAGE
from app.routers.desk.story.ratings import RATINGS
from app.routers.desk.story.screening import SCREENING
from app.routers.desk.story.tasks import TASKS
from app.routers.desk.story.way import WAY
from app.routers.desk.story.work import WORK

TELLERS: Mapping[StoryKind, Mapping[str, Teller]] = {
    StoryKind.WAY: WAY,
    StoryKind.SCREENING: SCREENING,
    StoryKind.LANGUAGE: LANGUAGE,
    StoryKind.GUIDANCE: GUIDANCE,
    StoryKind.WORK: WORK,
    StoryKind.EVIDENCE: EVIDENCE,
    StoryKind.RATINGS: RATINGS,
    StoryKind.TASKS: TASKS,
}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as people read it. `more` is what somebody typed beside it, `by` who recorded it."""

    day: date
    kind: StoryKind
    telling: Telling
    more: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A story in two parts: what is to come, the first thing first, and what was, the latest first."""

    to_come: Sequence[Told]
    past: Sequence[Told]


def chronicle_of(entries: Iterable[Mapping[str, Any]], today: date) -> Chronicle:
    """Tell the entries of a story, which come the latest first."""
    told = [_told(entry) for entry in entries]
    return Chronicle(
        to_come=[one for one in reversed(told) if one.day > today],
        past=[one for one in told if one.day <= today],
    )


def _told(entry: Mapping[str, Any]) -> Told:
    kind = StoryKind(entry["kind"])
    return Told(
        day=date.fromisoformat(entry["day"]),
        kind=kind,
        telling=TELLERS[kind][entry["what"]](entry["facts"]),
        more=entry["more"],
        by=entry["by"],
    )

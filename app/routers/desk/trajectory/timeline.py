"""The story of a trajectory in the order of time: steps, contacts, language, placements and what was observed."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.queries.proof import Story
from app.rules.code_lists import (
    Attendance,
    ContactKind,
    EvidenceSource,
    LanguageSkill,
    LanguageSupportKind,
    SpellKind,
    TrajectoryState,
)
from app.rules.names import name_of
from app.rules.sentence import Sentence


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `is_step` marks a step of the trajectory itself."""

    day: str
    what: Sentence
    more: str | None = None
    is_step: bool = False


def timeline_of(story: Story) -> list[Entry]:
    """Tell the story, the latest first."""
    entries = [
        Entry(story["registeredOn"], Sentence("Registered"), is_step=True),
        *_steps(story),
        *_placements(story),
        *_observations(story),
        *_language(story),
        *_contacts(story),
    ]
    return sorted(entries, key=lambda entry: entry.day, reverse=True)


def _steps(story: Story) -> Iterator[Entry]:
    if not story["events"]:
        yield from _days_without_steps(story)
    for event in story["events"]:
        if event["phase"]:
            yield Entry(event["onDate"], Sentence("Phase %(phase)s begins", phase=event["phase"]), is_step=True)
            continue
        yield Entry(event["onDate"], name_of(TrajectoryState(event["toState"])), event["reason"], is_step=True)


def _days_without_steps(story: Story) -> Iterator[Entry]:
    """Tell of a trajectory that came in with its days only."""
    for day, what in (
        (story["decidedOn"], Sentence("Decision")),
        (story["startedOn"], Sentence("Started")),
        (story["endedOn"], Sentence("Ended")),
    ):
        if day:
            yield Entry(day, what, is_step=True)


def _placements(story: Story) -> Iterator[Entry]:
    for placement in story["placements"]:
        kind, employer = name_of(SpellKind(placement["kind"])), placement["organisation"]["name"]
        yield Entry(placement["startsOn"], Sentence("%(kind)s at %(employer)s begins", kind=kind, employer=employer))
        if placement["endsOn"]:
            ends = Sentence("%(kind)s at %(employer)s: last day", kind=kind, employer=employer)
            yield Entry(placement["endsOn"], ends)


def _observations(story: Story) -> Iterator[Entry]:
    for said in story["observations"]:
        if said["supersededAt"] is None:
            source = name_of(EvidenceSource(said["source"]))
            working = Sentence("%(source)s: in paid work", source=source)
            yield Entry(
                said["observedOn"],
                working if said["inPaidWork"] else Sentence("%(source)s: not in paid work", source=source),
            )


def _language(story: Story) -> Iterator[Entry]:
    for measured in story["languageMeasurements"]:
        if measured["supersededAt"] is None:
            skill = name_of(LanguageSkill(measured["skill"]))
            yield Entry(measured["measuredOn"], Sentence("%(skill)s: %(level)s", skill=skill, level=measured["level"]))
    for support in story["languageSupports"]:
        kind = name_of(LanguageSupportKind(support["kind"]))
        yield Entry(support["startsOn"], Sentence("%(kind)s begins", kind=kind), support["provider"])
        if support["endsOn"]:
            yield Entry(support["endsOn"], Sentence("%(kind)s: last day", kind=kind), support["provider"])


def _contacts(story: Story) -> Iterator[Entry]:
    for contact in story["contacts"]:
        kind = name_of(ContactKind(contact["kind"]))
        attendance = contact["attendance"]
        if attendance in (Attendance.DID_NOT_COME, Attendance.CANCELLED):
            missed = name_of(Attendance(attendance))
            yield Entry(contact["contactedOn"], Sentence("Contact: %(kind)s (%(missed)s)", kind=kind, missed=missed))
        else:
            yield Entry(contact["contactedOn"], Sentence("Contact: %(kind)s", kind=kind))

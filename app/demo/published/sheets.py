"""Made-up people as the rows of a coordinator's workbook: the one form from which they are written anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.demo.names import FIRST_NAMES, LAST_NAMES
from app.demo.published.made_up import MadeUpPerson
from app.demo.published.result import PublishedResult
from app.exchange.row_contents import (
    ObservationContent,
    ParticipantContent,
    PlacementContent,
    RatingContent,
    TrajectoryContent,
)
from app.rules.code_lists import Decision, EndOutcome, Gender


@dataclass(frozen=True)
class Sheets:
    """The rows, sheet by sheet."""

    participants: list[ParticipantContent] = field(default_factory=list)
    trajectories: list[TrajectoryContent] = field(default_factory=list)
    placements: list[PlacementContent] = field(default_factory=list)
    observations: list[ObservationContent] = field(default_factory=list)
    ratings: list[RatingContent] = field(default_factory=list)


def sheets_of(result: PublishedResult, size: int | None = None) -> Sheets:
    """The people of a published result, as many as is usual for it unless said otherwise."""
    return _sheets(result, result.people(size or result.size))


def _sheets(result: PublishedResult, people: Iterable[MadeUpPerson]) -> Sheets:
    sheets = Sheets()
    for number, person in enumerate(people, start=1):
        _add(sheets, result, number, person)
    return sheets


def _add(sheets: Sheets, result: PublishedResult, number: int, person: MadeUpPerson) -> None:
    first_names = FIRST_NAMES[person.gender or (Gender.FEMALE, Gender.MALE)[number % 2]]
    sheets.participants.append(
        ParticipantContent(
            number=f"D{number:05}",
            first_name=first_names[number % len(first_names)],
            last_name=LAST_NAMES[number // len(first_names) % len(LAST_NAMES)],
            gender=person.gender,
        )
    )
    trajectory = f"T{number:05}"
    sheets.trajectories.append(
        TrajectoryContent(
            number=trajectory,
            participant=f"D{number:05}",
            programme=result.programme,
            cohort=person.cohort,
            registered_on=person.registered_on,
            screened_on=person.registered_on,
            decision=Decision.ADMITTED,
            started_on=person.started_on,
            ended_on=person.ended_on,
            end_outcome=EndOutcome.COMPLETED if person.ended_on else None,
        )
    )
    for place, spell in enumerate(person.spells, start=1):
        sheets.placements.append(
            PlacementContent(
                number=f"P{number:05}-{place}",
                trajectory=trajectory,
                employer=f"Werkgever {(number + place) % result.employers + 1}",
                kind=spell.kind,
                contract=spell.contract,
                hours=spell.hours,
                starts_on=spell.starts_on,
                expected_end_on=spell.planned_until,
                ends_on=spell.ends_on,
            )
        )
    for seen in person.seen:
        sheets.observations.append(
            ObservationContent(
                trajectory=trajectory,
                observed_on=seen.on,
                in_paid_work=seen.in_paid_work,
                source=seen.source,
                on_social_assistance=seen.on_social_assistance,
            )
        )
    for score in person.scores:
        sheets.ratings.append(
            RatingContent(
                trajectory=trajectory,
                placement=f"P{number:05}-1",
                rated_on=score.on,
                rated_by=score.by,
                dimension=score.about,
                score=score.score,
            )
        )

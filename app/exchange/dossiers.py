"""The rows of the file brought together per participant.

A participant goes in whole or not at all, so every row belongs to the dossier of one participant. A row that
refers to something the file does not have is an orphan: it is skipped with the reason, and harms nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.exchange.problems import Problem
from app.exchange.row_contents import (
    ContactContent,
    FollowUpContent,
    LanguageContent,
    ObservationContent,
    ParticipantContent,
    PlacementContent,
    RatingContent,
    TrajectoryContent,
)
from app.exchange.sheet_reading import ReadRow
from app.rules.sentence import Sentence


@dataclass(slots=True)
class Dossier:
    """Everything the file says about one participant, and everything wrong with it."""

    number: str
    participant: ReadRow[ParticipantContent]
    trajectories: list[ReadRow[TrajectoryContent]] = field(default_factory=list)
    language_measurements: list[ReadRow[LanguageContent]] = field(default_factory=list)
    contacts: list[ReadRow[ContactContent]] = field(default_factory=list)
    placements: list[ReadRow[PlacementContent]] = field(default_factory=list)
    observations: list[ReadRow[ObservationContent]] = field(default_factory=list)
    follow_ups: list[ReadRow[FollowUpContent]] = field(default_factory=list)
    ratings: list[ReadRow[RatingContent]] = field(default_factory=list)
    repeated: list[ReadRow[object]] = field(default_factory=list)
    """Other rows that claim the same number; the dossier then has a problem."""
    problems: list[Problem] = field(default_factory=list)

    def rows(self) -> Iterator[ReadRow[object]]:
        """Every row of the dossier, the participant's first."""
        yield self.participant
        yield from self.trajectories
        yield from self.language_measurements
        yield from self.contacts
        yield from self.placements
        yield from self.observations
        yield from self.follow_ups
        yield from self.ratings
        yield from self.repeated


@dataclass(slots=True)
class Dossiers:
    """The dossiers by participant number, and the rows that belong to none of them."""

    by_number: dict[str, Dossier] = field(default_factory=dict)
    orphans: list[tuple[ReadRow[object], Sentence]] = field(default_factory=list)
    repeats: list[tuple[ReadRow[object], Sentence]] = field(default_factory=list)
    ownerless: list[ReadRow[object]] = field(default_factory=list)
    """Rows in error that do not say whose they are."""

    def __iter__(self) -> Iterator[Dossier]:
        return iter(self.by_number.values())

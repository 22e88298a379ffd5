"""The whole file, read: every sheet with its rows, and what in the file nobody knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from app.exchange import workbook_layout as layout
from app.exchange.cell import RawSheet
from app.exchange.refusals import FileRefused
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
from app.exchange.sheet_reading import ReadSheet, read_sheet
from app.exchange.workbook_parts import Content, Sheet, SheetName
from app.rules.folded_text import folded_closely
from app.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """The sheets in the order in which they build on each other, and the names of sheets nobody knows."""

    participants: ReadSheet[ParticipantContent]
    trajectories: ReadSheet[TrajectoryContent]
    language_measurements: ReadSheet[LanguageContent]
    contacts: ReadSheet[ContactContent]
    placements: ReadSheet[PlacementContent]
    observations: ReadSheet[ObservationContent]
    follow_ups: ReadSheet[FollowUpContent]
    ratings: ReadSheet[RatingContent]
    unknown_sheets: tuple[str, ...]

    def sheets(self) -> Iterator[ReadSheet[object]]:
        """Every sheet, whatever its rows say."""
        yield from (self.participants, self.trajectories, self.language_measurements, self.contacts)
        yield from (self.placements, self.observations, self.follow_ups, self.ratings)

    def unknown_columns(self) -> dict[str, list[str]]:
        """Heads that are not ours, by sheet; only sheets that have any."""
        return {
            read.sheet.name: list(read.heads.unknown)
            for read in self.sheets()
            if read.heads is not None and read.heads.unknown
        }


def read_workbook(sheets: list[RawSheet], today: dt.date) -> ReadWorkbook:
    """Read the sheets of an opened file. Raises FileRefused when one that is needed is missing."""
    by_name = _by_name(sheets)

    def read(sheet: Sheet[Content]) -> ReadSheet[Content]:
        raw = by_name.get(folded_closely(sheet.name))
        if raw is None and sheet.required:
            raise FileRefused(Sentence("The file has no sheet %(sheet)s.", sheet=sheet.name))
        return read_sheet(sheet, raw, today)

    ours = {folded_closely(name) for name in SheetName}
    workbook = ReadWorkbook(
        participants=read(layout.PARTICIPANTS),
        trajectories=read(layout.TRAJECTORIES),
        language_measurements=read(layout.LANGUAGE_MEASUREMENTS),
        contacts=read(layout.CONTACTS),
        placements=read(layout.PLACEMENTS),
        observations=read(layout.OBSERVATIONS),
        follow_ups=read(layout.FOLLOW_UPS),
        ratings=read(layout.RATINGS),
        unknown_sheets=tuple(raw.name for name, raw in by_name.items() if name not in ours),
    )
    if not workbook.participants.rows:
        raise FileRefused(Sentence("Sheet %(sheet)s holds no rows.", sheet=SheetName.PARTICIPANTS))
    return workbook


def _by_name(sheets: list[RawSheet]) -> dict[str, RawSheet]:
    by_name: dict[str, RawSheet] = {}
    for raw in sheets:
        name = folded_closely(raw.name)
        if name in by_name:
            raise FileRefused(Sentence("The file has the sheet %(sheet)s more than once.", sheet=raw.name))
        by_name[name] = raw
    return by_name

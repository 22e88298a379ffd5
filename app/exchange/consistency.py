"""What the rows of one participant may not say together: days in the wrong order, halves that do not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from app.exchange.cell import shown
from app.exchange.dossiers import Dossier
from app.exchange.problems import Problem
from app.exchange.row_contents import PlacementContent, TrajectoryContent
from app.exchange.sheet_reading import ReadRow
from app.exchange.workbook_parts import Content
from app.rules.code_lists import Decision
from app.rules.sentence import Sentence

LEADS_TO_A_START = frozenset({Decision.ADMITTED, Decision.ADMITTED_WITH_CONDITIONS})

PAST_DAYS = (
    "birth_date",
    "registered_on",
    "screened_on",
    "started_on",
    "ended_on",
    "measured_on",
    "contacted_on",
    "observed_on",
    "rated_on",
)
"""Days of things that have happened. Only placements may be agreed on for a later day."""


def inconsistencies(dossier: Dossier, today: dt.date) -> Iterator[Problem]:
    """Every contradiction within a dossier, those of its trajectories first."""
    for trajectory in dossier.trajectories:
        if trajectory.content is not None:
            yield from _of_trajectory(trajectory, trajectory.content)
    for placement in dossier.placements:
        if placement.content is not None:
            yield from _of_placement(placement, placement.content)
    yield from _of_placements_before_their_trajectory(dossier)
    yield from _of_named_placements(dossier)
    if not dossier.trajectories:
        yield dossier.participant.problem(
            "number", Sentence("participant has no trajectory"), Sentence("a row on the sheet Trajecten")
        )
    for row in dossier.rows():
        yield from _in_the_future(row, today)


def _of_trajectory(row: ReadRow[TrajectoryContent], said: TrajectoryContent) -> Iterator[Problem]:
    yield from _order(row, "started_on", "ended_on", Sentence("trajectory ends before it starts"))
    yield from _order(row, "registered_on", "screened_on", Sentence("screening before the registration"))
    yield from _order(row, "registered_on", "started_on", Sentence("trajectory starts before the registration"))
    yield from _order(row, "screened_on", "started_on", Sentence("trajectory starts before the screening"))
    if said.started_on and said.decision and said.decision not in LEADS_TO_A_START:
        yield row.problem(
            "decision",
            Sentence("trajectory has started against the decision"),
            Sentence("toegelaten, or no start date"),
            (row.shown("decision"), shown(said.started_on)),
        )
    if said.ended_on and not said.started_on:
        yield row.problem(
            "started_on", Sentence("trajectory ends but has no start"), Sentence("the day on which it started")
        )
    if said.ended_on and not said.end_outcome:
        yield row.problem(
            "end_outcome", Sentence("trajectory ends without an outcome"), Sentence("voltooid or uitgevallen")
        )
    if said.end_outcome and not said.ended_on:
        yield row.problem(
            "ended_on", Sentence("trajectory has an outcome but no end"), Sentence("the day on which it ended")
        )


def _of_placement(row: ReadRow[PlacementContent], said: PlacementContent) -> Iterator[Problem]:
    yield from _order(row, "starts_on", "ends_on", Sentence("placement ends before it starts"))
    yield from _order(row, "starts_on", "expected_end_on", Sentence("placement is expected to end before it starts"))
    if said.end_reason and not said.ends_on:
        yield row.problem(
            "ends_on", Sentence("placement has a reason of the end but no end"), Sentence("the last day worked")
        )


def _order(row: ReadRow[Content], first: str, second: str, reason: Sentence) -> Iterator[Problem]:
    earlier, later = row.fields.get(first), row.fields.get(second)
    if isinstance(earlier, dt.date) and isinstance(later, dt.date) and later < earlier:
        yield row.problem(second, reason, Sentence("a day on or after %(day)s", day=shown(earlier)))


def _of_placements_before_their_trajectory(dossier: Dossier) -> Iterator[Problem]:
    starts = {row.key("number"): row.fields.get("started_on") for row in dossier.trajectories}
    for row in dossier.placements:
        trajectory_starts, starts_on = starts.get(row.key("trajectory")), row.fields.get("starts_on")
        if isinstance(trajectory_starts, dt.date) and isinstance(starts_on, dt.date) and starts_on < trajectory_starts:
            yield row.problem(
                "starts_on",
                Sentence("placement starts before the trajectory"),
                Sentence("a day on or after %(day)s", day=shown(trajectory_starts)),
            )


def _of_named_placements(dossier: Dossier) -> Iterator[Problem]:
    """A fact about a placement belongs to the trajectory of that placement."""
    placements = {row.key("number"): row for row in dossier.placements}
    for row in (*dossier.observations, *dossier.ratings):
        placement = placements.get(row.key("placement"))
        if row.key("placement") is not None and (
            placement is None or placement.key("trajectory") != row.key("trajectory")
        ):
            yield row.problem(
                "placement", Sentence("placement is of another trajectory"), Sentence("a placement of this trajectory")
            )


def _in_the_future(row: ReadRow[object], today: dt.date) -> Iterator[Problem]:
    for field in PAST_DAYS:
        day = row.fields.get(field)
        if isinstance(day, dt.date) and day > today:
            called = row.sheet.column_of(field).called
            yield row.problem(
                field,
                Sentence("%(what)s lies in the future", what=called),
                Sentence("a day up to %(day)s", day=shown(today)),
            )

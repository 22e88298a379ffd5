"""What a dossier may not say because of what is known already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from app.exchange.cell import shown
from app.exchange.dossiers import Dossier
from app.exchange.problems import Problem
from app.exchange.row_contents import PlacementContent, TrajectoryContent
from app.exchange.sheet_reading import ReadRow
from app.models import Placement, Programme, Trajectory
from app.queries.known_to_import import Known
from app.rules.code_lists import EvidenceSource
from app.rules.folded_text import folded
from app.rules.follow_up_schedule import PaidStart, first_paid
from app.rules.imported_steps import steps_still_to_take
from app.rules.names import name_of
from app.rules.sentence import Sentence
from app.use_cases.importing.trajectories import days_of

Programmes = Mapping[str, Programme]
"""The programmes that may be imported into, by folded name."""

MOST_NAMES = 5


def programme_problems(dossier: Dossier, programmes: Programmes) -> Iterator[Problem]:
    """Programmes that are not there (or not the importer's), and more than one lead organisation."""
    leads: set[UUID] = set()
    for row in dossier.trajectories:
        written = row.key("programme")
        programme = programmes.get(folded(written or ""))
        if written is not None and programme is None:
            names = ", ".join(sorted(one.name for one in programmes.values())[:MOST_NAMES])
            yield row.problem(
                "programme",
                Sentence("unknown programme"),
                Sentence("a programme that is there: %(names)s", names=names)
                if names
                else Sentence("a programme that has been added first"),
            )
        elif programme is not None:
            leads.add(programme.lead_organisation_id)
            if len(leads) > 1:
                yield row.problem(
                    "programme",
                    Sentence("participant is in programmes of two lead organisations"),
                    Sentence("one participant number per lead organisation"),
                )


def contradictions(dossier: Dossier, known: Known, programmes: Programmes) -> Iterator[Problem]:
    """Where a dossier without problems of its own contradicts what is recorded."""
    for row in dossier.trajectories:
        programme = programmes[folded(row.said.programme)]
        trajectory = known.trajectories.get((programme.lead_organisation_id, row.said.number))
        if trajectory is not None:
            yield from _of_trajectory(dossier, row, programme, trajectory, known)
        yield from _of_follow_ups(dossier, row, programme, trajectory, known)
        for placement_row in dossier.placements:
            if placement_row.said.trajectory == row.said.number:
                placement = known.placements.get((programme.lead_organisation_id, placement_row.said.number))
                if placement is not None:
                    yield from _of_placement(placement_row, placement, trajectory)


def _of_trajectory(
    dossier: Dossier, row: ReadRow[TrajectoryContent], programme: Programme, trajectory: Trajectory, known: Known
) -> Iterator[Problem]:
    person = known.participants.get((programme.lead_organisation_id, dossier.number))
    if person is not None and person.erased_at is not None:
        yield dossier.participant.problem(
            "number",
            Sentence("it was erased who this person is"),
            Sentence("a file without this person"),
        )
    elif person is None or trajectory.participant_id != person.id:
        yield row.problem(
            "number",
            Sentence("trajectory is of another participant"),
            Sentence("a number that is not in use"),
        )
    elif trajectory.programme_id != programme.id:
        yield row.problem(
            "programme",
            Sentence("trajectory is in another programme"),
            Sentence("the programme of before, or a new number"),
        )
    elif steps_still_to_take(trajectory.state, days_of(row.said)) is None:
        field = "end_outcome" if row.said.end_outcome else "decision"
        yield row.problem(
            field,
            Sentence("differs from what is recorded"),
            Sentence("what is recorded, or change that first"),
            (name_of(trajectory.state), row.shown(field)),
        )


def _of_placement(
    row: ReadRow[PlacementContent], placement: Placement, trajectory: Trajectory | None
) -> Iterator[Problem]:
    if trajectory is None or placement.trajectory_id != trajectory.id:
        yield row.problem(
            "number",
            Sentence("placement is of another trajectory"),
            Sentence("a number that is not in use"),
        )
    said_by_others = placement.end_source not in (None, EvidenceSource.COACH)
    if placement.ends_on and row.said.ends_on not in (None, placement.ends_on) and said_by_others:
        yield row.problem(
            "ends_on",
            Sentence("differs from what a stronger source says"),
            Sentence("what is recorded, or change that first"),
            (shown(placement.ends_on), row.shown("ends_on")),
        )


def _of_follow_ups(
    dossier: Dossier,
    row: ReadRow[TrajectoryContent],
    programme: Programme,
    trajectory: Trajectory | None,
    known: Known,
) -> Iterator[Problem]:
    """A follow-up belongs to the first paid placement, at one of the months of the programme."""
    reported = [one.said for one in dossier.placements if one.said.trajectory == row.said.number]
    numbers = {one.number for one in reported}
    starts = [PaidStart(one.kind, one.starts_on, one.number) for one in reported]
    recorded = known.placements_of.get(trajectory.id, []) if trajectory else []
    starts += [PaidStart(one.kind, one.starts_on, one.number) for one in recorded if one.number not in numbers]
    index = first_paid(starts)
    for closing in dossier.follow_ups:
        if closing.said.placement not in numbers:
            continue
        if index is None or closing.said.placement != index.number:
            yield closing.problem(
                "placement",
                Sentence("there is no follow-up of this placement"),
                Sentence("the first paid placement of the trajectory"),
            )
        elif closing.said.month not in programme.follow_up_months:
            months = ", ".join(str(month) for month in programme.follow_up_months)
            yield closing.problem(
                "month",
                Sentence("there is no follow-up at this month"),
                Sentence("one of: %(choices)s", choices=months),
            )

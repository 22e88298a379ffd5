"""One participant with everything below, planned in the order in which rows build on each other."""

from __future__ import annotations

from uuid import UUID

from app.exchange.dossiers import Dossier
from app.exchange.row_contents import TrajectoryContent
from app.exchange.sheet_reading import ReadRow
from app.models import Observation, Participant, Placement
from app.rules.folded_text import folded
from app.use_cases.importing.contradictions import Programmes
from app.use_cases.importing.facts import (
    plan_contacts,
    plan_language_measurement,
    plan_observation,
    plan_rating,
)
from app.use_cases.importing.follow_ups import Evidence, plan_closing
from app.use_cases.importing.people import municipality, plan_person
from app.use_cases.importing.placements import plan_placement
from app.use_cases.importing.plan import Plan
from app.use_cases.importing.trajectories import plan_trajectory


def plan_dossier(plan: Plan, dossier: Dossier, programmes: Programmes) -> list[Evidence]:
    """Plan everything a dossier says; what its trajectories' follow-ups go by comes back."""
    first = programmes[folded(dossier.trajectories[0].said.programme)]
    programme_ids = list({programmes[folded(row.said.programme)].id: None for row in dossier.trajectories})
    person = plan_person(plan, dossier, first.lead_organisation_id, programme_ids)
    return [_plan_trajectory(plan, dossier, row, person, programmes) for row in dossier.trajectories]


def _plan_trajectory(
    plan: Plan, dossier: Dossier, row: ReadRow[TrajectoryContent], person: Participant, programmes: Programmes
) -> Evidence:
    number = row.said.number
    programme = programmes[folded(row.said.programme)]
    living_in = municipality(plan.known, dossier.participant.said.municipality)
    trajectory = plan_trajectory(plan, row, programme, person, living_in)
    evidence = Evidence(trajectory, programme)
    placements: dict[str, UUID] = {}
    for placement_row in dossier.placements:
        if placement_row.said.trajectory == number:
            known = plan.known.placements.get((programme.lead_organisation_id, placement_row.said.number))
            placement = plan_placement(plan, placement_row, trajectory, known)
            placements[placement.number] = placement.id
            evidence.placements.append(placement)
    evidence.placements += _not_mentioned(plan.known.placements_of.get(trajectory.id, []), placements)
    for language_row in dossier.language_measurements:
        if language_row.said.trajectory == number:
            plan_language_measurement(plan, language_row, trajectory)
    plan_contacts(plan, [one for one in dossier.contacts if one.said.trajectory == number], trajectory)
    _plan_observations(plan, dossier, evidence, placements)
    for rating_row in dossier.ratings:
        if rating_row.said.trajectory == number:
            plan_rating(plan, rating_row, trajectory, placements)
    for closing_row in dossier.follow_ups:
        if closing_row.said.placement in placements:
            plan_closing(plan, closing_row, evidence)
    return evidence


def _not_mentioned(known: list[Placement], mentioned: dict[str, UUID]) -> list[Placement]:
    """Rows that the file does not have are left alone, but they count."""
    return [placement for placement in known if placement.number not in mentioned]


def _plan_observations(plan: Plan, dossier: Dossier, evidence: Evidence, placements: dict[str, UUID]) -> None:
    trajectory = evidence.trajectory
    counting: dict[UUID, Observation] = {one.id: one for one in plan.known.observations.get(trajectory.id, [])}
    for row in dossier.observations:
        if row.said.trajectory == trajectory.number:
            observation, superseded = plan_observation(plan, row, trajectory, placements)
            counting[observation.id] = observation
            if superseded is not None:
                counting.pop(superseded.id, None)
                evidence.corrected.append((observation, superseded))
    evidence.observations = list(counting.values())

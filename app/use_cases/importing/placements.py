"""Placements and the employers where they are."""

from __future__ import annotations

from uuid import uuid4

from app.exchange.closed_lists import PLACEMENT_END_REASONS
from app.exchange.end_reasons import reason_and_note
from app.exchange.row_contents import PlacementContent
from app.exchange.sheet_reading import ReadRow
from app.models import Organisation, Placement, Trajectory
from app.rules.code_lists import EvidenceSource, OrganisationRole, PlacementEndReason
from app.use_cases.importing.employer_contacts import plan_contact
from app.use_cases.importing.keys import keys_of
from app.use_cases.importing.plan import Plan


def plan_placement(
    plan: Plan, row: ReadRow[PlacementContent], trajectory: Trajectory, known: Placement | None
) -> Placement:
    """Plan one placement. An end that the file gives is the word of the coach, unless somebody else said so first."""
    said = row.said
    employer = _employer(plan, said)
    contact, contact_changed = plan_contact(plan, said, trajectory.programme_id, employer.id)
    wanted = _fields(said) | {"organisation_id": employer.id, "contact_id": contact.id if contact else None}
    if known is not None:
        if known.ends_on == said.ends_on:
            wanted["end_source"] = None
        asked_elsewhere = contact is None and known.organisation_id != employer.id
        changed = plan.change(known, wanted, no_longer=["contact_id"] if asked_elsewhere else [])
        plan.settled(row, changed=changed or contact_changed)
        return known
    plan.created(row)
    return plan.add(Placement, id=uuid4(), number=said.number, **keys_of(trajectory), **wanted)


def _fields(said: PlacementContent) -> dict[str, object]:
    end_reason, end_note = reason_and_note(PLACEMENT_END_REASONS, PlacementEndReason.OTHER, said.end_reason)
    return {
        "kind": said.kind,
        "job_title": said.job_title,
        "occupation": said.occupation,
        "contract": said.contract,
        "hours": None if said.hours is None else float(said.hours),
        "hourly_wage": None if said.hourly_wage is None else float(said.hourly_wage),
        "starts_on": said.starts_on,
        "expected_end_on": said.expected_end_on,
        "ends_on": said.ends_on,
        "end_reason": end_reason,
        "end_note": end_note,
        "end_source": EvidenceSource.COACH if said.ends_on else None,
        "job_guarantee": said.job_guarantee,
    }


def _employer(plan: Plan, said: PlacementContent) -> Organisation:
    """The employer with this KvK number, or without one of this name; new when there is none."""
    by_kvk, by_name = plan.known.employers_by_kvk, plan.known.employers_by_name
    name = said.employer.lower()
    if said.kvk_number in by_kvk:
        return by_kvk[said.kvk_number]
    namesake = by_name.get(name)
    if namesake is not None and said.kvk_number is None:
        return namesake
    employer = plan.add(
        Organisation,
        id=uuid4(),
        name=said.employer,
        kvk_number=said.kvk_number,
        roles=[OrganisationRole.EMPLOYER],
    )
    by_name.setdefault(name, employer)
    if said.kvk_number is not None:
        by_kvk[said.kvk_number] = employer
    return employer

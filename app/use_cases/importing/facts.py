"""Facts without a number of their own: language measurements, contacts, observations and ratings.

A fact that says the same is unchanged. One that speaks of the same thing but says something else is a correction:
a contact is changed, evidence is superseded and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar
from uuid import UUID, uuid4

from app.exchange.row_contents import ContactContent, LanguageContent, ObservationContent, RatingContent
from app.exchange.sheet_reading import ReadRow
from app.models import CoachingContact, LanguageMeasurement, Observation, Rating, Trajectory
from app.rules.code_lists import ContactKind
from app.use_cases.importing.keys import keys_of
from app.use_cases.importing.plan import Plan

Evidence = TypeVar("Evidence", LanguageMeasurement, Observation, Rating)
Placements = Mapping[str, UUID]
"""The placements of the file by number."""


def plan_language_measurement(plan: Plan, row: ReadRow[LanguageContent], trajectory: Trajectory) -> None:
    """Plan a measurement; the same skill, day and instrument is the same measurement."""
    said = row.said
    fields: dict[str, object] = {
        "measured_on": said.measured_on,
        "skill": said.skill,
        "level": said.level,
        "instrument": said.instrument,
        "official": said.official,
    }
    known = plan.known.language_measurements.get(trajectory.id, [])
    same = _matching(known, fields, ("measured_on", "skill", "instrument"))
    _plan_evidence(plan, row, LanguageMeasurement, trajectory, same, fields)


def plan_observation(
    plan: Plan, row: ReadRow[ObservationContent], trajectory: Trajectory, placements: Placements
) -> tuple[Observation, Observation | None]:
    """Plan an observation; the same source on the same day about the same placement is the same observation.

    Returns the observation that counts from now on, and the one it supersedes, if any.
    """
    said = row.said
    fields: dict[str, object] = {
        "placement_id": placements[said.placement] if said.placement else None,
        "observed_on": said.observed_on,
        "in_paid_work": said.in_paid_work,
        "on_social_assistance": said.on_social_assistance,
        "source": said.source,
        "hours": None if said.hours is None else float(said.hours),
        "contract": said.contract,
        "hourly_wage": None if said.hourly_wage is None else float(said.hourly_wage),
    }
    known = plan.known.observations.get(trajectory.id, [])
    same = _matching(known, fields, ("placement_id", "observed_on", "source"))
    counting = _plan_evidence(plan, row, Observation, trajectory, same, fields, supersedes=True)
    return counting, same if same is not counting else None


def plan_rating(plan: Plan, row: ReadRow[RatingContent], trajectory: Trajectory, placements: Placements) -> None:
    """Plan a rating; the same rater on the same day about the same subject is the same rating."""
    said = row.said
    fields: dict[str, object] = {
        "placement_id": placements[said.placement] if said.placement else None,
        "rated_on": said.rated_on,
        "rated_by": said.rated_by,
        "dimension": said.dimension,
        "score": said.score,
    }
    known = plan.known.ratings.get(trajectory.id, [])
    same = _matching(known, fields, ("placement_id", "rated_on", "rated_by", "dimension"))
    _plan_evidence(plan, row, Rating, trajectory, same, fields)


def plan_contacts(plan: Plan, rows: Iterable[ReadRow[ContactContent]], trajectory: Trajectory) -> None:
    """Plan the contacts of a trajectory together: several may be on one day.

    Contacts that say exactly the same are matched first; what is left is matched by day and kind, in order.
    """
    left = list(plan.known.contacts.get(trajectory.id, []))
    unmatched: list[tuple[ReadRow[ContactContent], dict[str, object]]] = []
    for row in rows:
        fields = _contact_fields(row.said)
        same = next((one for one in left if not _differs(one, fields)), None)
        if same is None:
            unmatched.append((row, fields))
        else:
            left.remove(same)
            plan.settled(row, changed=False)
    for row, fields in unmatched:
        same = _matching(left, fields, ("contacted_on", "kind"))
        if same is None:
            plan.add(CoachingContact, id=uuid4(), **keys_of(trajectory), **fields)
            plan.created(row)
        else:
            left.remove(same)
            plan.settled(row, changed=plan.change(same, fields))


def _contact_fields(said: ContactContent) -> dict[str, object]:
    return {
        "contacted_on": said.contacted_on,
        "kind": said.kind or ContactKind.PROGRESS,
        "minutes": said.minutes,
        "attendance": said.attendance,
        "topics": None if said.topics is None else list(said.topics),
        "note": said.note,
    }


Known = TypeVar("Known", LanguageMeasurement, Observation, Rating, CoachingContact)


def _matching(known: Iterable[Known], fields: Mapping[str, object], by: tuple[str, ...]) -> Known | None:
    return next((one for one in known if all(getattr(one, name) == fields[name] for name in by)), None)


def _differs(known: object, fields: Mapping[str, object]) -> bool:
    """Whether what is known is not what a row says; an empty cell says nothing."""
    return any(value is not None and getattr(known, name) != value for name, value in fields.items())


def _plan_evidence(
    plan: Plan,
    row: ReadRow[object],
    table: type[Evidence],
    trajectory: Trajectory,
    known: Evidence | None,
    fields: Mapping[str, object],
    *,
    supersedes: bool = False,
) -> Evidence:
    """Add evidence, unless it is there already; the evidence that counts from now on."""
    if known is not None and not _differs(known, fields):
        plan.settled(row, changed=False)
        return known
    if known is None:
        plan.created(row)
    else:
        plan.change(known, {"superseded_at": plan.by.at})
        plan.settled(row, changed=True)
        kept = {name: getattr(known, name) for name, value in fields.items() if value is None}
        fields = {**fields, **kept}
    names = {"supersedes_id": known.id} if supersedes and known is not None else {}
    return plan.add(table, id=uuid4(), **keys_of(trajectory), **fields, **names)

"""Participants: who they are, and what is known of them without saying who."""

from __future__ import annotations

from uuid import UUID, uuid4

from app.exchange.dossiers import Dossier
from app.exchange.row_contents import ParticipantContent
from app.models import Participant, ParticipantProfile
from app.queries.known_to_import import Known
from app.rules.folded_text import folded
from app.use_cases.importing.plan import Plan


def plan_person(plan: Plan, dossier: Dossier, lead: UUID, programme_ids: list[UUID]) -> Participant:
    """Plan the participant of a dossier, found by number with the lead organisation.

    A number that was merged leads to who goes on, of whom a row under that old number changes nothing.
    """
    said = dossier.participant.said
    known = plan.known.participants.get((lead, said.number))
    if known is not None and known.number != said.number:
        plan.settled(dossier.participant, changed=False)
        return known
    municipality_code, municipality_name = municipality(plan.known, said.municipality)
    identity = _identity(said)
    profile = _profile(said) | {
        "municipality_code": municipality_code,
        "municipality_name": municipality_name,
    }
    if known is not None:
        known_profile = plan.known.profiles[known.id]
        if _same_place(known_profile.municipality_name, municipality_name) and municipality_code is None:
            del profile["municipality_name"]
        changed = plan.change(known, identity)
        changed = plan.change(known_profile, profile) or changed
        plan.settled(dossier.participant, changed=changed)
        return known
    person = plan.add(
        Participant, id=uuid4(), lead_organisation_id=lead, number=said.number, programme_ids=programme_ids, **identity
    )
    plan.add(ParticipantProfile, id=person.id, programme_ids=programme_ids, **profile)
    plan.created(dossier.participant)
    return person


def municipality(known: Known, written: str | None) -> tuple[str | None, str | None]:
    """The GM code and the name of a municipality as far as the installation's list knows it.

    A name that is not in the list is kept as written, without a code.
    """
    if written is None:
        return None, None
    if written.startswith("GM") and written[2:].isdigit():
        return written, known.municipality_names.get(written)
    code = known.municipality_codes.get(folded(written))
    return code, known.municipality_names[code] if code else written


def _same_place(known_name: str | None, name: str | None) -> bool:
    return known_name is not None and name is not None and folded(known_name) == folded(name)


def _identity(said: ParticipantContent) -> dict[str, object]:
    return {
        "first_name": said.first_name,
        "last_name": said.last_name,
        "search_name": folded(f"{said.first_name} {said.last_name}"),
        "email": said.email,
        "phone": said.phone,
        "contact_language": said.contact_language,
    }


def _profile(said: ParticipantContent) -> dict[str, object]:
    return {
        "birth_date": said.birth_date,
        "gender": said.gender,
        "residence_ground": said.residence_ground,
        "arrival_year": said.arrival_year,
        "benefit": said.benefit,
        "education": said.education,
        "diploma_recognised": said.diploma_recognised,
        "earlier_occupations": _listed(said.earlier_occupations),
        "wished_sectors": _listed(said.wished_sectors),
        "wished_occupations": _listed(said.wished_occupations),
        "wished_hours": None if said.wished_hours is None else float(said.wished_hours),
    }


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return None if values is None else list(values)

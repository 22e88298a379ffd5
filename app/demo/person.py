"""Who takes part: a name, and what is known of them without it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.chance import Chance
from app.demo.names import CONTACT_LANGUAGES, FIRST_NAMES, LAST_NAMES
from app.demo.setting import Setting
from app.demo.work import JOBS, MUNICIPALITIES
from app.rules.code_lists import (
    Benefit,
    CircumstanceState,
    CivicIntegrationRoute,
    Gender,
    ResidenceGround,
    SupportDomain,
)
from app.rules.folded_text import folded

GENDERS = {Gender.FEMALE: 52.0, Gender.MALE: 47.0, Gender.OTHER: 1.0}
RESIDENCE = {
    ResidenceGround.STATUS_HOLDER: 70.0,
    ResidenceGround.FAMILY: 12.0,
    ResidenceGround.TEMPORARY_PROTECTION: 15.0,
    ResidenceGround.EU_CITIZEN: 3.0,
}
BENEFITS = {Benefit.PARTICIPATIEWET: 78.0, Benefit.NONE: 17.0, Benefit.WW: 5.0}
ROUTES = {CivicIntegrationRoute.B1: 60.0, CivicIntegrationRoute.Z: 28.0, CivicIntegrationRoute.EDUCATION: 12.0}
EDUCATION = {0: 4.0, 1: 14.0, 2: 22.0, 3: 32.0, 4: 8.0, 5: 6.0, 6: 11.0, 7: 3.0}
"""ISCED 2011 level → weight."""
EARLIER_OCCUPATIONS = ("5223", "5120", "7231", "8322", "6113", "7111", "5311", "2341", "2411", "7531", "9112", "3221")
SUPPORT = (
    SupportDomain.HOUSING,
    SupportDomain.CHILDCARE,
    SupportDomain.DEBTS,
    SupportDomain.TRANSPORT,
    SupportDomain.DIGITAL,
)
UNKNOWN = 0.06
"""How often something has simply not been asked."""


@dataclass(frozen=True, slots=True)
class Person:
    """A participant, as far as the rest of the story needs to know."""

    participant_id: UUID
    municipality_code: str
    wished_sector: str
    wished_hours: int
    education: int
    support: Mapping[SupportDomain, CircumstanceState] = field(default_factory=dict)


def add_person(book: Book, setting: Setting, number: int, registered_on: date) -> Person:
    """A participant and their profile, recorded when they were registered."""
    chance = book.chance
    gender = chance.weighed(GENDERS)
    code = chance.weighed({code: weight for code, (_, _, weight) in MUNICIPALITIES.items()})
    wished = chance.one_of(tuple(JOBS))
    person = Person(
        participant_id=_identity(book, setting, number, registered_on, gender),
        municipality_code=code,
        wished_sector=wished,
        wished_hours=chance.weighed({16: 1.0, 24: 4.0, 32: 4.0, 36: 3.0, 40: 2.0}),
        education=chance.weighed(EDUCATION),
    )
    return replace(person, support=_add_profile(book, setting, person, registered_on, gender))


def _identity(book: Book, setting: Setting, number: int, on: date, gender: Gender) -> UUID:
    chance = book.chance
    first, last = chance.one_of(FIRST_NAMES[gender]), chance.one_of(LAST_NAMES)
    return book.add(
        "participant",
        on,
        lead_organisation_id=setting.lead_organisation_id,
        programme_ids=[setting.programme_id],
        number=f"D{number:04}",
        first_name=first,
        last_name=last,
        search_name=folded(f"{first} {last}"),
        email=f"{folded(first)}.{number}@deelnemer.example" if chance.happens(0.7) else None,
        phone=f"06 0000 {number % 10_000:04}" if chance.happens(0.9) else None,
        contact_language=chance.weighed(CONTACT_LANGUAGES),
    )


def _add_profile(
    book: Book, setting: Setting, person: Person, on: date, gender: Gender
) -> Mapping[SupportDomain, CircumstanceState]:
    chance = book.chance
    ground = chance.weighed(RESIDENCE)
    obliged = ground in (ResidenceGround.STATUS_HOLDER, ResidenceGround.FAMILY)
    profile: dict[str, object] = {
        "id": person.participant_id,
        "programme_ids": [setting.programme_id],
        "birth_date": on - timedelta(days=chance.number(19 * 365, 58 * 365)),
        "gender": gender,
        "municipality_code": person.municipality_code,
        "municipality_name": MUNICIPALITIES[person.municipality_code][0],
        "residence_ground": ground,
        "arrival_year": on.year - chance.number(1, 9),
        "benefit": chance.weighed(BENEFITS),
        "civic_integration_route": chance.weighed(ROUTES) if obliged else None,
        "under_civic_integration_duty": obliged,
        "education": person.education,
        "diploma_recognised": chance.happens(0.35) if chance.happens(0.6) else None,
        "earlier_occupations": chance.some_of(EARLIER_OCCUPATIONS, 2) if chance.happens(0.75) else [],
        "wished_sectors": [person.wished_sector] if chance.happens(0.85) else [],
        "wished_occupations": _wished_occupations(chance, person),
        "wished_hours": person.wished_hours if chance.happens(0.8) else None,
        "wished_travel_minutes": None,
        "ambitions": None,
        "skills": [],
        "prior_learning": [],
        "civic_integration_phase": None,
    }
    support = {
        domain: chance.one_of((CircumstanceState.SUPPORT_NEEDED, CircumstanceState.ARRANGED))
        for domain in chance.some_of(SUPPORT, 2)
    }
    for forgotten in ("education", "arrival_year", "benefit"):
        if chance.happens(UNKNOWN):
            profile[forgotten] = None
    moment = {"recorded_at": book.moment(on), "changed_at": book.moment(on), "version": 1}
    book.first["participant_profile"][person.participant_id] = {**profile, **moment}
    return support


def _wished_occupations(chance: Chance, person: Person) -> list[str]:
    return [chance.one_of(JOBS[person.wished_sector]).occupation] if chance.happens(0.55) else []

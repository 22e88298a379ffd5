"""The setting: a lead organisation, a programme with its cohorts, its team and the employers around it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.names import TEAM
from app.demo.programme_words import ELEMENTS, EVALUATION, PHASES, SCALING
from app.demo.work import EMPLOYERS, MUNICIPALITIES, NEIGHBOURHOOD, SCHOOL
from app.rules.code_lists import (
    AccountKind,
    InterventionType,
    LanguageLevel,
    LanguageSkill,
    OrganisationRole,
    OrganisationSize,
    ProgrammeKind,
    Role,
)
from app.rules.folded_text import folded
from app.rules.follow_up_months import DEFAULT_FOLLOW_UP_MONTHS

PROGRAMME = "Samen aan het werk"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
COHORTS = ((640, 0.36), (340, 0.36), (95, 0.28))
"""So many days ago a cohort began, with this share of the people."""
LASTS = timedelta(days=270)
FIRST_MADE_UP_KVK_NUMBER = 99_990_001


@dataclass(frozen=True, slots=True)
class Employer:
    """An organisation where people work, learn or take part."""

    organisation_id: UUID
    name: str
    sector: str


@dataclass(frozen=True, slots=True)
class MadeUpCohort:
    """A group that starts together."""

    cohort_id: UUID
    starts_on: date
    share: float


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the team."""

    account_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the participants of one programme share."""

    programme_id: UUID
    lead_organisation_id: UUID
    cohorts: tuple[MadeUpCohort, ...]
    coordinator: Colleague
    coaches: tuple[Colleague, ...]
    employers: tuple[Employer, ...]
    school: Employer
    neighbourhood: Employer


def add_municipalities(book: Book) -> dict[str, UUID]:
    """The municipalities, as a list and as organisations; answers which organisation has which code."""
    began = book.today - timedelta(days=800)
    for code, (name, region, _) in MUNICIPALITIES.items():
        row: Row = {"code": code, "name": name, "search_name": folded(name), "labour_market_region": region}
        book.first["municipality"][code] = row
    return {
        code: _organisation(book, began, f"Gemeente {name}", [OrganisationRole.MUNICIPALITY], municipality_code=code)
        for code, (name, _, _) in MUNICIPALITIES.items()
    }


def add_setting(book: Book) -> Setting:
    """The programme with all that is around it."""
    number = book.programme_number
    began = book.today - timedelta(days=800)
    more = f" {number}" if number > 1 else ""
    lead = _organisation(book, began, f"Stichting Werkspoor Samen{more}", [OrganisationRole.CIVIL_SOCIETY])
    programme = _programme(book, began, f"{PROGRAMME}{more}", lead)
    coordinator, *coaches = (_colleague(book, began, name, number) for name in TEAM)
    for colleague in (coordinator, *coaches):
        role = Role.COORDINATOR if colleague is coordinator else Role.COACH
        book.add("membership", began, account_id=colleague.account_id, role=role, programme_id=programme)
    return Setting(
        programme_id=programme,
        lead_organisation_id=lead,
        cohorts=tuple(_cohort(book, programme, index, *cohort) for index, cohort in enumerate(COHORTS, start=1)),
        coordinator=coordinator,
        coaches=tuple(coaches),
        employers=tuple(
            Employer(_employer(book, began, index, number, name, sector, size), name, sector)
            for index, (name, sector, size) in enumerate(EMPLOYERS)
        ),
        school=Employer(_organisation(book, began, SCHOOL, [OrganisationRole.EDUCATION]), SCHOOL, "Q"),
        neighbourhood=Employer(
            _organisation(book, began, NEIGHBOURHOOD, [OrganisationRole.CIVIL_SOCIETY]), NEIGHBOURHOOD, "R"
        ),
    )


def add_account(book: Book, on: date, email: str, name: str) -> UUID:
    """An account of a person, without anything that it may do yet."""
    return book.add("account", on, email=email, display_name=name, kind=AccountKind.PERSON, language="nl")


def _organisation(book: Book, on: date, name: str, roles: list[OrganisationRole], **values: str) -> UUID:
    return book.add("organisation", on, None, name=name, roles=[role.value for role in roles], **values)


def _employer(book: Book, on: date, index: int, number: int, name: str, sector: str, size: OrganisationSize) -> UUID:
    kvk = FIRST_MADE_UP_KVK_NUMBER + index + 50 * (number - 1)
    return _organisation(
        book, on, name, [OrganisationRole.EMPLOYER], kvk_number=str(kvk), nace_section=sector, size=size
    )


def _programme(book: Book, on: date, name: str, lead: UUID) -> UUID:
    return book.add(
        "programme",
        on,
        name=name,
        lead_organisation_id=lead,
        kind=ProgrammeKind.PARALLEL,
        intervention_type=InterventionType.PERSON_CENTRED,
        target_groups=["Statushouders", "Ontheemden uit Oekraïne"],
        sectors=["C", "H", "I", "O", "R"],
        target_occupations=["53", "51", "83", "91", "93"],
        job_guarantee=False,
        follow_up_months=list(DEFAULT_FOLLOW_UP_MONTHS),
        contact_norm_days=21,
        caseload_norm=15,
        entry_requirements=[
            {"kind": "language_level", "level": LanguageLevel.A1.value, "skill": LanguageSkill.SPEAKING.value},
            {"kind": "age", "from": 18, "to": 66},
            {"kind": "circumstances_not_blocking", "domains": ["childcare"]},
        ],
        phases=PHASES,
        catalogue_key="leerhuis-hoeksche-waard",
        evaluation=EVALUATION,
        scaling_criteria=SCALING,
        effective_elements=ELEMENTS,
    )


def _cohort(book: Book, programme: UUID, index: int, days_ago: int, share: float) -> MadeUpCohort:
    starts = book.today - timedelta(days=days_ago)
    identity = book.add(
        "cohort",
        starts - timedelta(days=90),
        programme_id=programme,
        name=f"Lichting {index}, {MONTHS[starts.month - 1]} {starts.year}",
        starts_on=starts,
        ends_on=starts + LASTS,
        capacity=100,
    )
    return MadeUpCohort(identity, starts, share)


def _colleague(book: Book, on: date, name: str, number: int) -> Colleague:
    return Colleague(add_account(book, on, address_of(name, number), name), name)


def address_of(name: str, number: int = 1) -> str:
    """The e-mail address of a colleague; every programme after the first has its number in it."""
    return f"{folded(name).replace(' ', '.')}{'' if number == 1 else f'.{number}'}@werkspoor.example"

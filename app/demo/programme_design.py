"""Who does what in the made-up programme, and who pays for it."""

from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.programme_words import PHASES, TASKS
from app.demo.setting import Setting
from app.demo.work import LARGEST_EMPLOYER
from app.rules.calendar import add_months
from app.rules.code_lists import OrganisationRole


def add_design(book: Book, setting: Setting, municipality: UUID | None) -> None:
    """Say who does what and who pays; a first municipality takes part and pays along."""
    began = book.today - timedelta(days=780)
    university = _organisation(book, began, "Hogeschool Merwestad", OrganisationRole.EDUCATION)
    fund = _organisation(book, began, "Fonds Meedoen", OrganisationRole.FUNDER)
    doing = (municipality, setting.school.organisation_id, setting.school.organisation_id)
    employer = next(one.organisation_id for one in setting.employers if one.name == LARGEST_EMPLOYER)
    partners = (*doing, employer, university)
    for organisation, (role, task) in zip(partners, TASKS, strict=True):
        if organisation is not None:
            _add(book, "programme_partner", began, setting, organisation, role=role, task=task)
    year = book.today.year
    _fund(book, setting, fund, "Startsubsidie Fonds Meedoen", 90_000, date(year - 2, 1, 1), date(year - 1, 12, 31), [])
    ends_soon = add_months(book.today, 3).replace(day=1) - timedelta(days=1)
    budget = "Participatiebudget gemeente"
    phases = [str(phase["name"]) for phase in PHASES]
    _fund(book, setting, municipality, budget, 240_000, date(year - 1, 1, 1), ends_soon, phases[:1])
    _fund(book, setting, None, "ESF+", 410_000, date(year - 1, 1, 1), date(year + 1, 12, 31), phases[1:2])


def _fund(
    book: Book,
    setting: Setting,
    payer: UUID | None,
    source: str,
    amount: int,
    starts_on: date,
    ends_on: date,
    phases: list[str],
) -> None:
    recorded = min(starts_on, book.today)
    values = {"source": source, "amount": amount, "starts_on": starts_on, "ends_on": ends_on, "phases": phases}
    _add(book, "programme_funding", recorded, setting, payer, **values)


def _add(book: Book, table: str, on: date, setting: Setting, organisation: UUID | None, **values: object) -> None:
    by = setting.coordinator.account_id
    book.add(table, on, by, programme_id=setting.programme_id, organisation_id=organisation, **values)


def _organisation(book: Book, on: date, name: str, role: OrganisationRole) -> UUID:
    return book.add("organisation", on, None, name=name, roles=[role.value])

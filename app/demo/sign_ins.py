"""One sign-in per role, for whoever looks around in the demo."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.names import TEAM
from app.demo.setting import Setting, add_account, address_of
from app.demo.work import LARGEST_EMPLOYER
from app.rules.code_lists import Role
from app.use_cases.passwords import hash_password

PASSWORD = "samen-aan-het-werk"  # noqa: S105  the demo tells it to everybody
MUNICIPALITY = "GM0344"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody of the demo as whom one can sign in."""

    role: Role
    email: str
    name: str


SIGN_INS = (
    SignIn(Role.COORDINATOR, address_of(TEAM[0]), TEAM[0]),
    SignIn(Role.COACH, address_of(TEAM[1]), TEAM[1]),
    SignIn(Role.MUNICIPALITY, "monitor@gemeente.example", "Paulien Waterreus"),
    SignIn(Role.EMPLOYER, "personeel@delinde.example", "Gijs Rozenboom"),
    SignIn(Role.ADMINISTRATOR, "beheer@werkspoor.example", "Fenna Zandvliet"),
)


def add_sign_ins(book: Book, setting: Setting, municipalities: dict[str, UUID]) -> None:
    """Accounts of a municipality, an employer and an administrator, and a password for one of each role.

    The municipality reads about its own residents, and about the whole programme, which it pays for.
    """
    began = book.today - timedelta(days=800)
    employer = next(one for one in setting.employers if one.name == LARGEST_EMPLOYER)
    accounts = {
        Role.COORDINATOR: setting.coordinator.account_id,
        Role.COACH: setting.coaches[0].account_id,
    }
    organisations = {Role.MUNICIPALITY: municipalities[MUNICIPALITY], Role.EMPLOYER: employer.organisation_id}
    for sign_in in SIGN_INS:
        if sign_in.role not in accounts:
            accounts[sign_in.role] = add_account(book, began, sign_in.email, sign_in.name)
            book.add(
                "membership",
                began,
                account_id=accounts[sign_in.role],
                role=sign_in.role,
                organisation_id=organisations.get(sign_in.role),
            )
    book.add(
        "membership",
        began,
        account_id=accounts[Role.MUNICIPALITY],
        role=Role.MUNICIPALITY,
        organisation_id=organisations[Role.MUNICIPALITY],
        programme_id=setting.programme_id,
    )
    hashed = hash_password(PASSWORD)
    for account in accounts.values():
        moment = book.moment(began)
        book.first["credential"][account] = {
            "account_id": account,
            "password_hash": hashed,
            "failed_attempts": 0,
            "recorded_at": moment,
            "changed_at": moment,
            "version": 1,
        }

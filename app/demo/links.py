"""Confirmation links to employers: open, answered, expired and revoked ones. And what the secrets of links are."""

from datetime import date, datetime
from uuid import UUID

from app.demo.book import OFFICE_HOUR, Book
from app.demo.case import Case
from app.demo.evidence import Answer
from app.rules.code_lists import AskedOf
from app.use_cases.secrets import hash_of


def secret_of(number: int, programme_number: int = 1) -> str:
    """The secret of a link by its number: it can be told again, because in a demo there is nothing to protect."""
    return f"demo-link-{programme_number}-{number}"


def own_secret_of(number: int, programme_number: int = 1) -> str:
    """The secret of a participant's link to the question whether they still work somewhere, by its number."""
    return f"demo-own-{programme_number}-{number}"


def rating_secret_of(number: int, programme_number: int = 1) -> str:
    """The secret of a participant's link, by the number of its question."""
    return f"demo-rate-{programme_number}-{number}"


def add_link(
    book: Book,
    case: Case,
    *,
    placement_id: UUID,
    organisation_id: UUID,
    follow_up_id: UUID,
    sent_on: date,
    expires_on: date,
    answer: Answer | None,
    revoked: bool,
) -> None:
    """One link, as it is kept: with the hash of its secret."""
    number = len(book.first["confirmation_link"]) + 1
    book.add(
        "confirmation_link",
        sent_on,
        case.setting.coordinator.account_id,
        **case.keys,
        placement_id=placement_id,
        organisation_id=organisation_id,
        follow_up_id=follow_up_id,
        asked_of=AskedOf.EMPLOYER,
        token_hash=hash_of(secret_of(number, book.programme_number)),
        expires_at=datetime.combine(expires_on, OFFICE_HOUR),
        answered_at=book.moment(answer.on) if answer else None,
        observation_id=answer.identity if answer else None,
        revoked_at=book.moment(sent_on) if revoked else None,
    )

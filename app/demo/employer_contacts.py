"""Whom the programme asks at each employer, and at some of them nobody yet."""

from collections import defaultdict
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.rules.code_lists import PAID_WORK, MessageLanguage, OrganisationSize
from app.rules.folded_text import folded, folded_closely

PEOPLE = (
    "Annelies Terpstra", "Bram Wildeboer", "Carla Nieuwhof", "Dirk Zeeman", "Esther Moolhuijsen", "Frits Kastelein",
    "Gonny Braakhuis", "Henk Vierhout", "Ingrid Sluiter", "Jeroen Wagtmans", "Karin Oldenkamp", "Lex Roodbol",
    "Mirjam Haagsma", "Niels Brouwhuis", "Olga Timmerhof", "Pieter Landheer", "Renske Molenkamp", "Sjoerd Veenhof",
    "Tineke Boerhave", "Wim Schaapveld",
)  # fmt: skip
NOBODY, TWO_AT_LARGE_ONES, FORGOTTEN = 0.07, 0.6, 0.04
PHONE_ONLY, ENGLISH = range(4, 1000, 11), range(2, 1000, 8)
"""Which contact persons, counted from 0: so there are some in a small demo too."""
FIRST_PHONE_NUMBER = 31_6_0000_0100
KNOWN_BEFORE = timedelta(days=7)


def add_employer_contacts(book: Book) -> None:
    """Add contact persons at the employers where people had paid work, and say whom to ask about each placement."""
    sizes = {identity: row.get("size") for identity, row in book.first["organisation"].items()}
    names = {identity: str(row["name"]) for identity, row in book.first["organisation"].items()}
    for (programme_id, organisation_id), placements in _paid_work(book).items():
        if book.chance.happens(NOBODY):
            continue
        since = min(cast("date", row["starts_on"]) for row in placements)
        is_large = sizes.get(organisation_id) is OrganisationSize.LARGE and book.chance.happens(TWO_AT_LARGE_ONES)
        contacts = [
            _add(book, since - KNOWN_BEFORE, programme_id, organisation_id, names[organisation_id])
            for _ in range(2 if is_large else 1)
        ]
        for row in placements:
            if not book.chance.happens(FORGOTTEN):
                _ask(book, cast("UUID", row["id"]), book.chance.one_of(contacts))


def _paid_work(book: Book) -> dict[tuple[UUID, UUID], list[Row]]:
    """The placements in paid work, by programme and employer."""
    found: defaultdict[tuple[UUID, UUID], list[Row]] = defaultdict(list)
    for row in book.first["placement"].values():
        if row["kind"] in PAID_WORK:
            found[cast("UUID", row["programme_id"]), cast("UUID", row["organisation_id"])].append(row)
    return found


def _add(book: Book, on: date, programme_id: UUID, organisation_id: UUID, employer: str) -> UUID:
    number = len(book.first["employer_contact"])
    name = PEOPLE[number % len(PEOPLE)]
    reached_by_mail = number not in PHONE_ONLY
    mailbox = folded(name).replace(" ", ".")
    return book.add(
        "employer_contact",
        on,
        programme_id=programme_id,
        organisation_id=organisation_id,
        name=name,
        email=f"{mailbox}.{number}@{folded_closely(employer)}.example" if reached_by_mail else None,
        phone=f"+{FIRST_PHONE_NUMBER + number}" if not reached_by_mail or book.chance.happens(0.5) else None,
        language=MessageLanguage.ENGLISH if number in ENGLISH else MessageLanguage.DUTCH,
    )


def _ask(book: Book, placement_id: UUID, contact_id: UUID) -> None:
    """From its first record on, a placement says whom to ask about it."""
    for rows in (book.first["placement"], book.later["placement"]):
        if placement_id in rows:
            rows[placement_id]["contact_id"] = contact_id

"""What the team did by hand with follow-ups: answers that were told to them, and days that they moved."""

from datetime import date, timedelta
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.rules.code_lists import EvidenceSource, FollowUpState, ToldHow

TOLD, MOVED = 0.16, 0.05
HOW = {ToldHow.TELEPHONE: 80.0, ToldHow.VISIT: 12.0, ToldHow.EMAIL: 8.0}
WHO = ("mevrouw Terpstra", "de heer Vierhout", "de teamleider", "de administratie", "mevrouw Haagsma", "de eigenaar")
WHY = (
    "De werkgever is met vakantie",
    "De teamleider is pas later terug van verlof",
    "Op verzoek van de werkgever, na de verhuizing van het bedrijf",
)


def add_work_by_hand(book: Book) -> None:
    """Let some employers have answered on the telephone instead of with their link, and move some days."""
    answers = {row.get("answered_by"): row for row in book.now("follow_up")}
    links = {
        row["observation_id"]: row for row in book.first["confirmation_link"].values() if row.get("observation_id")
    }
    coaches = {row["id"]: row.get("coach_id") for row in book.now("trajectory")}
    for said in book.first["observation"].values():
        by_employer = said["source"] is EvidenceSource.EMPLOYER and said["id"] in answers
        if by_employer and not said.get("supersedes_id") and book.chance.happens(TOLD):
            _tell(book, said, links.get(said["id"]), coaches[said["trajectory_id"]])
    for follow_up in list(book.now("follow_up")):
        if follow_up["state"] in (FollowUpState.PLANNED, FollowUpState.DUE) and book.chance.happens(MOVED):
            _move(book, follow_up)


def _tell(book: Book, said: Row, link: Row | None, coach_id: object) -> None:
    said["told_by"], said["told_how"] = book.chance.one_of(WHO), book.chance.weighed(HOW)
    said["told_on"], said["recorded_by"] = said["observed_on"], coach_id
    if link is not None:
        link["answered_at"] = link["observation_id"] = None


def _move(book: Book, follow_up: Row) -> None:
    computed = cast("date", follow_up["due_on"])
    days = timedelta(days=book.chance.number(7, 42))
    opens_on = cast("date", follow_up["opens_on"])
    book.change(
        "follow_up",
        cast("UUID", follow_up["id"]),
        min(opens_on, book.today),
        due_on=computed + days,
        opens_on=opens_on + days,
        closes_on=cast("date", follow_up["closes_on"]) + days,
        state=FollowUpState.DUE if opens_on + days <= book.today else FollowUpState.PLANNED,
        computed_due_on=computed,
        moved_because=book.chance.one_of(WHY),
    )

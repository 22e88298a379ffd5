"""What was said with links beside whole answers: half of one, "never worked here", and what participants said."""

from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.links import own_secret_of
from app.rules.code_lists import AskedOf, EvidenceSource, FollowUpState
from app.rules.link_state import LASTS
from app.rules.work_answer import NOT_AN_EMPLOYEE, Answer
from app.use_cases.secrets import hash_of

LEFT, STRANGER, OPENED, ASKED_THEMSELVES = 0.15, 0.05, 0.55, 0.25
WAITING = (FollowUpState.DUE, FollowUpState.ASKED)


def add_link_answers(book: Book) -> None:
    """Let some employers have opened their link or answered in part, and ask some participants with their own."""
    waiting = {row["id"]: row for row in book.now("follow_up") if row["state"] is FollowUpState.ASKED}
    for link in list(book.first["confirmation_link"].values()):
        sent_at = cast("datetime", link["recorded_at"])
        if link["answered_at"] or book.chance.happens(OPENED):
            link["opened_at"] = link["answered_at"] or min(sent_at + timedelta(hours=3), book.at)
        asked = waiting.get(link["follow_up_id"])
        if asked and not link["revoked_at"] and link.get("opened_at"):
            _answer_in_part(book, link, asked)
    _ask_participants(book)


def _answer_in_part(book: Book, link: Row, asked: Row) -> None:
    if book.chance.happens(LEFT):
        link["partial"] = {"answer": Answer.LEFT.value}
    elif book.chance.happens(STRANGER):
        link["answered_at"] = link["opened_at"]
        on = cast("datetime", link["opened_at"]).date()
        book.change("follow_up", cast("UUID", asked["id"]), on, reason=str(NOT_AN_EMPLOYEE))


def _ask_participants(book: Book) -> None:
    """Participants who answered did so with a link of their own; some of the others, at least one, have one to use."""
    answers = {
        one["id"]: one
        for one in book.first["observation"].values()
        if one["source"] is EvidenceSource.PARTICIPANT and not one.get("superseded_at")
    }
    has_one_to_use = False
    for follow_up in list(book.now("follow_up")):
        answer = answers.get(follow_up.get("answered_by"))
        if answer is not None:
            _add_own_link(book, follow_up, cast("date", answer["observed_on"]), answer)
        elif follow_up["state"] in WAITING and (book.chance.happens(ASKED_THEMSELVES) or not has_one_to_use):
            has_one_to_use = True
            _add_own_link(book, follow_up, max(cast("date", follow_up["opens_on"]), book.today - timedelta(days=5)))


def _add_own_link(book: Book, follow_up: Row, on: date, answer: Row | None = None) -> None:
    number = len(book.first["confirmation_link"]) + 1
    keys = ("programme_id", "trajectory_id", "participant_id", "placement_id", "organisation_id")
    trajectory = book.first["trajectory"][follow_up["trajectory_id"]]
    book.add(
        "confirmation_link",
        on,
        cast("UUID | None", trajectory.get("recorded_by")),
        **{key: follow_up[key] for key in keys},
        follow_up_id=follow_up["id"],
        asked_of=AskedOf.PARTICIPANT,
        token_hash=hash_of(own_secret_of(number, book.programme_number)),
        expires_at=book.moment(on) + LASTS,
        answered_at=answer["recorded_at"] if answer else None,
        opened_at=answer["recorded_at"] if answer else None,
        observation_id=answer["id"] if answer else None,
        revoked_at=None,
    )

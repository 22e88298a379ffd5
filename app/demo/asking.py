"""What was asked of contact persons since the program does so by itself, and which messages did not arrive."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.mail_rounds import Asked, mails_to
from app.demo.messages import AskedInMessage, add_mail_link, add_message
from app.rules.asking_schedule import Question
from app.rules.code_lists import FollowUpState, MessageState
from app.rules.follow_up_schedule import OPEN_STATES, employer_can_tell
from app.rules.sending_hours import DUTCH_TIME

SINCE = timedelta(days=365)
"""For so long the programme has had its questions asked by itself; before that links were made by hand."""
LATELY = timedelta(days=120)
GONE, UNCERTAIN = 0.3, 0.08
"""How often the last mail of lately came back, and how often it is not known whether the server took it."""
OPENS_AT = time(8, 4)


def add_askings(book: Book) -> None:
    """Tell of every follow-up how often it was asked, and add the messages with which that was done."""
    links = {row["follow_up_id"]: row for row in book.first["confirmation_link"].values()}
    by_contact = _by_contact(book, links)
    for contact_id, asked in by_contact.items():
        contact = book.first["employer_contact"][contact_id]
        mails = [
            (_moment(book, on), going)
            for on, going in mails_to(asked, book.today - SINCE, book.today)
            if _moment(book, on) <= book.at
        ]
        for sent_at, going in mails:
            is_last = sent_at == mails[-1][0]
            state = _state(book, sent_at, going) if is_last else MessageState.SENT
            _write(book, contact, sent_at, going, state, links)
    _count(book, links)


def _by_contact(book: Book, links: dict[object, Row]) -> dict[object, list[Asked]]:
    """The follow-ups of the last year that a contact person can be asked about."""
    placements = {row["id"]: row for row in book.now("placement")}
    found: defaultdict[object, list[Asked]] = defaultdict(list)
    for row in book.now("follow_up"):
        contact_id = placements[row["placement_id"]].get("contact_id")
        if contact_id and book.today - SINCE <= _day(row, "due_on") <= book.today and _can_tell(row, placements):
            found[contact_id].append(_asked(row, links.get(row["id"])))
    return found


def _can_tell(follow_up: Row, placements: dict[object, Row]) -> bool:
    """Nobody is asked about a job of which it is known that it ended before the day."""
    ends_on = cast("date | None", placements[follow_up["placement_id"]].get("ends_on"))
    return follow_up["state"] not in OPEN_STATES or employer_can_tell(ends_on, _day(follow_up, "due_on"))


def _asked(row: Row, link: Row | None) -> Asked:
    question = Question(cast("UUID", row["id"]), _day(row, "due_on"), _day(row, "closes_on"))
    closed_on = None if row["state"] == FollowUpState.UNANSWERED else cast("date | None", row.get("closed_on"))
    return Asked(question, closed_on, answered_by_link=bool(link and link["answered_at"]))


def _moment(book: Book, on: date) -> datetime:
    return datetime.combine(on, OPENS_AT, DUTCH_TIME)


def _state(book: Book, sent_at: datetime, going: list[Asked]) -> MessageState:
    """The last mail of lately to which nobody answered may have come back."""
    is_answered = any(one.answered_by_link for one in going)
    if is_answered or sent_at < book.at - LATELY:
        return MessageState.SENT
    if book.chance.happens(GONE):
        return MessageState.BOUNCED if book.chance.happens(0.5) else MessageState.REFUSED
    return MessageState.UNCERTAIN if book.chance.happens(UNCERTAIN) else MessageState.SENT


def _write(
    book: Book, contact: Row, sent_at: datetime, going: list[Asked], state: MessageState, links: dict[object, Row]
) -> None:
    on = sent_at.date()
    asked = [AskedInMessage(one.question.follow_up_id, one.mails.index(on) + 1) for one in going]
    message_id = add_message(book, contact, sent_at, asked, state)
    for one in going:
        made_before = links.get(one.question.follow_up_id)
        if made_before and one.mails[-1] == on:
            _put_in_message(made_before, message_id, sent_at)
        else:
            add_mail_link(book, message_id, one.question.follow_up_id, sent_at)


def _put_in_message(link: Row, message_id: UUID, sent_at: datetime) -> None:
    """A link was not made by hand but came with the last mail."""
    link |= {"message_id": message_id, "recorded_at": sent_at, "recorded_by": None}
    if link["revoked_at"]:
        link["revoked_at"] = sent_at


def _count(book: Book, links: dict[object, Row]) -> None:
    """Say of each follow-up how often and when last it was asked, as far as is known that it arrived."""
    arrived = {
        row["id"]: cast("datetime", row["sent_at"] or row["uncertain_at"])
        for row in book.first["message"].values()
        if row["state"] in (MessageState.SENT, MessageState.UNCERTAIN)
    }
    times: defaultdict[object, list[date]] = defaultdict(list)
    for request in book.first["follow_up_request"].values():
        if request["message_id"] in arrived:
            times[request["follow_up_id"]].append(arrived[request["message_id"]].astimezone(DUTCH_TIME).date())
    for follow_up_id, link in links.items():
        if link.get("message_id") is None:
            times[follow_up_id].append(cast("datetime", link["recorded_at"]).astimezone(DUTCH_TIME).date())
    for row in list(book.now("follow_up")):
        _tell(book, row, sorted(times.get(row["id"], ())))


def _tell(book: Book, row: Row, asked_on: list[date]) -> None:
    told: Row = {"times_asked": min(len(asked_on), 3), "last_asked_on": asked_on[-1] if asked_on else None}
    if row["state"] in (FollowUpState.DUE, FollowUpState.ASKED):
        told["state"] = FollowUpState.ASKED if asked_on else FollowUpState.DUE
    if row["id"] in book.later["follow_up"]:
        row |= told
    elif asked_on:
        book.change("follow_up", cast("UUID", row["id"]), asked_on[-1], None, **told)


def _day(row: Row, column: str) -> date:
    return cast("date", row[column])

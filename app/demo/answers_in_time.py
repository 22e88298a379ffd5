"""Lets made-up answers prove their day: one of a few days before it was given on the day itself, or is no answer."""

from datetime import date
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.settle_follow_ups import is_answered_by
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import PlannedFollowUp, lasted


def answer_in_time(book: Book) -> None:
    """Move answers that came too early to the day of their question; where that is still to come, leave it open."""
    observations = book.first["observation"]
    placements = {row["id"]: row for row in book.now("placement")}
    for follow_up in list(book.now("follow_up")):
        said = observations.get(follow_up.get("answered_by"))
        index = placements[follow_up["placement_id"]]
        if said is not None and not is_answered_by(said, follow_up, index):
            _put_right(book, follow_up, said, index)


def _put_right(book: Book, follow_up: Row, said: Row, index: Row) -> None:
    identity, due_on = cast("UUID", follow_up["id"]), cast("date", follow_up["due_on"])
    ends_on = cast("date | None", index.get("ends_on"))
    if due_on <= book.today and said["placement_id"] == index["id"] and (ends_on is None or lasted(ends_on, due_on)):
        said["observed_on"], said["recorded_at"] = due_on, book.moment(due_on)
        book.change("follow_up", identity, due_on, closed_on=due_on)
        return
    opens_on, closes_on = cast("date", follow_up["opens_on"]), cast("date", follow_up["closes_on"])
    state = PlannedFollowUp(cast("int", follow_up["month"]), due_on, opens_on, closes_on).state_on(book.today)
    is_over = state is FollowUpState.UNANSWERED
    closed_on = closes_on if is_over else None
    book.change("follow_up", identity, closed_on or opens_on, state=state, closed_on=closed_on, answered_by=None)

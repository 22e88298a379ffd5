"""Answers the follow-ups that nobody answered in so many words, but that something observed later does answer."""

from collections import defaultdict
from datetime import date
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.rules.code_lists import FollowUpState, PlacementEndReason
from app.rules.follow_up_life import CANCELLED_BECAUSE, WhyCancelled
from app.rules.follow_up_schedule import answers, lasted
from app.use_cases.answer_follow_ups import ANSWERABLE, about


def settle_follow_ups(book: Book) -> None:
    """Close what has been answered, as recording each observation in the program would have done."""
    said: defaultdict[object, list[Row]] = defaultdict(list)
    for observation in book.now("observation"):
        if observation.get("superseded_at") is None:
            said[observation["trajectory_id"]].append(observation)
    placements = {row["id"]: row for row in book.now("placement")}
    deaths = {
        row["trajectory_id"]: _day(row, "ends_on")
        for row in placements.values()
        if row.get("end_reason") is PlacementEndReason.DECEASED
    }
    for follow_up in list(book.now("follow_up")):
        died_on = deaths.get(follow_up["trajectory_id"])
        if follow_up["state"] in ANSWERABLE and died_on:
            _stop(book, follow_up, died_on)
        elif follow_up["state"] in ANSWERABLE:
            _settle(book, follow_up, placements[follow_up["placement_id"]], said[follow_up["trajectory_id"]])


def _stop(book: Book, follow_up: Row, died_on: date) -> None:
    """Nobody is asked about somebody who has died."""
    reason = str(CANCELLED_BECAUSE[WhyCancelled.DECEASED])
    identity = cast("UUID", follow_up["id"])
    book.change("follow_up", identity, died_on, state=FollowUpState.CANCELLED, closed_on=died_on, reason=reason)


def _settle(book: Book, follow_up: Row, index: Row, said: list[Row]) -> None:
    answering = [one for one in said if is_answered_by(one, follow_up, index)]
    identity, ends_on = cast("UUID", follow_up["id"]), cast("date | None", index.get("ends_on"))
    if answering:
        first = min(answering, key=lambda one: _day(one, "observed_on"))
        on = _day(first, "observed_on")
        book.change("follow_up", identity, on, state=FollowUpState.ANSWERED, closed_on=on, answered_by=first["id"])
    elif ends_on is not None and lasted(ends_on, _day(follow_up, "due_on")):
        book.change("follow_up", identity, ends_on, state=FollowUpState.ANSWERED, closed_on=ends_on, answered_by=None)


def is_answered_by(observation: Row, follow_up: Row, index: Row) -> bool:
    """Tell whether a made-up observation answers a follow-up about its index placement."""
    return answers(
        _day(observation, "observed_on"),
        in_paid_work=observation["in_paid_work"] is True,
        about=about(cast("UUID | None", observation["placement_id"]), cast("UUID", index["id"])),
        due_on=_day(follow_up, "due_on"),
        opens_on=_day(follow_up, "opens_on"),
        closes_on=_day(follow_up, "closes_on"),
        index_ends_on=cast("date | None", index.get("ends_on")),
    )


def _day(row: Row, column: str) -> date:
    return cast("date", row[column])

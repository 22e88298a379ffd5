"""Follow-ups of which the team said: we know that we do not know."""

from datetime import date, timedelta
from typing import cast
from uuid import UUID

from app.demo.book import Book
from app.rules.code_lists import FollowUpState

SHARE = {FollowUpState.UNANSWERED: 0.35, FollowUpState.DUE: 0.08}
REASONS = (
    "Werkt bij een bedrijf dat nooit antwoordt, wij weten het echt niet",
    "Woont nu in het buitenland, de werkgever mag niets zeggen",
    "De werkgever bestaat niet meer en de deelnemer is verhuisd",
)


def leave_some_alone(book: Book) -> None:
    """Leave some of those alone that nobody answered."""
    waiting = [row for row in book.now("follow_up") if row["state"] in SHARE]
    for follow_up in waiting:
        known_on = cast("date", follow_up.get("closed_on") or follow_up["due_on"])
        on = known_on + timedelta(days=book.chance.number(5, 30))
        if book.chance.happens(SHARE[cast("FollowUpState", follow_up["state"])]) and on <= book.today:
            book.change(
                "follow_up",
                cast("UUID", follow_up["id"]),
                on,
                acknowledged_on=on,
                acknowledged_because=book.chance.one_of(REASONS),
            )

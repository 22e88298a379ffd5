"""What happens next with a follow-up, and when somebody may ask by hand."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.rules.asking_outlook import AskingFacts, Outlook, may_ask_now, outlook_of
from app.rules.asking_schedule import Question
from app.rules.code_lists import FollowUpState

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def facts(times: int = 0, last: date | None = None, due: date = TODAY, **fields: Any) -> AskingFacts:
    question = Question(UUID(int=1), due, due + 60 * DAY, times, last)
    return AskingFacts(question=question, **{"state": FollowUpState.DUE, "times_asked": times, **fields})


@pytest.mark.parametrize(
    ("known", "outlook", "by_hand"),
    [
        (facts(), Outlook.FIRST, True),
        (facts(due=TODAY + DAY), Outlook.FIRST, False),
        (facts(1, TODAY - 7 * DAY), Outlook.REMINDER, True),
        (facts(1, TODAY - 6 * DAY), Outlook.REMINDER, False),
        (facts(3, TODAY - 30 * DAY), Outlook.ASKED_ENOUGH, False),
        (facts(1, times_at_most=1), Outlook.ASKED_ENOUGH, False),
        (facts(is_on=False), Outlook.SWITCHED_OFF, True),
        (facts(has_contact=False), Outlook.NO_CONTACT, False),
        (facts(by_phone_only=True), Outlook.BY_PHONE_ONLY, False),
        (facts(bounced=True), Outlook.BOUNCED, False),
        (facts(2, TODAY - 30 * DAY, times_asked=1, bounced=True), Outlook.BOUNCED, False),
        (facts(3, TODAY - 30 * DAY, times_asked=2), Outlook.ASKED_ENOUGH, False),
        (facts(1, times_asked=0), Outlook.FIRST, True),
        (facts(under_way=True), Outlook.UNDER_WAY, False),
        (facts(responded=True), Outlook.RESPONDED, False),
        (facts(can_tell=False), Outlook.CANNOT_TELL, False),
        (facts(acknowledged=True), Outlook.ACKNOWLEDGED, False),
        (facts(state=FollowUpState.ANSWERED), Outlook.NOT_WAITING, False),
        (facts(due=TODAY - 61 * DAY), Outlook.NOT_WAITING, False),
        (facts(1, TODAY - DAY, due=TODAY - 58 * DAY), Outlook.NOT_WAITING, False),
    ],
)
def test_what_comes_next(known: AskingFacts, outlook: Outlook, by_hand: bool) -> None:
    assert outlook_of(known, TODAY) is outlook
    assert may_ask_now(known, TODAY) is by_hand

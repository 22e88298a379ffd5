"""What happens next with a follow-up: whether the employer is asked by itself, from which day on, or why not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.asking_schedule import PAUSE_DAYS, TIMES_AT_MOST, Question, ready_on
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import OPEN_STATES


class Outlook(StrEnum):
    """Why nothing is asked by itself, or (the last two) that it will be."""

    NOT_WAITING = "not_waiting"
    ACKNOWLEDGED = "acknowledged"
    RESPONDED = "responded"
    CANNOT_TELL = "cannot_tell"
    ASKED_ENOUGH = "asked_enough"
    NO_CONTACT = "no_contact"
    BY_PHONE_ONLY = "by_phone_only"
    BOUNCED = "bounced"
    UNDER_WAY = "under_way"
    SWITCHED_OFF = "switched_off"
    FIRST = "first"
    REMINDER = "reminder"


ASKABLE_NOW = frozenset({Outlook.FIRST, Outlook.REMINDER, Outlook.SWITCHED_OFF})
"""Where somebody may ask by hand, from the ready day on."""


@dataclass(frozen=True, kw_only=True)
class AskingFacts:
    """All that decides. `can_tell` is whether the job went on until the target date, as far as is known.

    `times_asked` is how often it was asked as far as is known that it arrived; the `question` counts as well what was
    sent to the address of today and came back.
    """

    state: FollowUpState
    question: Question
    times_asked: int
    acknowledged: bool = False
    responded: bool = False
    can_tell: bool = True
    has_contact: bool = True
    by_phone_only: bool = False
    bounced: bool = False
    under_way: bool = False
    is_on: bool = True
    pause_days: int = PAUSE_DAYS
    times_at_most: int = TIMES_AT_MOST

    @property
    def ready_on(self) -> date:
        """The first day on which it may be asked (again)."""
        return ready_on(self.question, self.pause_days)


def outlook_of(facts: AskingFacts, today: date) -> Outlook:
    """Tell what comes next on a day; the first ground that holds counts."""
    question = facts.question
    grounds = (
        (facts.state not in OPEN_STATES, Outlook.NOT_WAITING),
        (facts.under_way, Outlook.UNDER_WAY),
        (facts.acknowledged, Outlook.ACKNOWLEDGED),
        (facts.responded, Outlook.RESPONDED),
        (facts.times_asked >= facts.times_at_most, Outlook.ASKED_ENOUGH),
        (max(today, facts.ready_on) > question.closes_on, Outlook.NOT_WAITING),
        (not facts.can_tell, Outlook.CANNOT_TELL),
        (not facts.has_contact, Outlook.NO_CONTACT),
        (facts.by_phone_only, Outlook.BY_PHONE_ONLY),
        (facts.bounced, Outlook.BOUNCED),
        (question.times_asked >= facts.times_at_most, Outlook.ASKED_ENOUGH),
        (not facts.is_on, Outlook.SWITCHED_OFF),
        (facts.times_asked > 0, Outlook.REMINDER),
    )
    return next((outlook for holds, outlook in grounds if holds), Outlook.FIRST)


def may_ask_now(facts: AskingFacts, today: date) -> bool:
    """Tell whether somebody may ask by hand today, without waiting for other questions to the same address."""
    return outlook_of(facts, today) in ASKABLE_NOW and facts.ready_on <= today

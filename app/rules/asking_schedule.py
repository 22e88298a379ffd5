"""On which day an employer is asked, and which questions go in one mail.

A question is ready on its target date, because an answer proves nothing about a day that has yet to come; a reminder
is ready so many days after the asking before it. What one contact is to be asked within a week goes in one mail, and a
contact gets one mail in seven days at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.rules.working_days import first_working_day

TIMES_AT_MOST = 3
"""An asking and two reminders; after that somebody calls."""
PAUSE_DAYS = 7
"""Days between an asking and the reminder, unless a programme chooses otherwise."""
ONE_MAIL_IN = timedelta(days=7)
TOGETHER_WITHIN = timedelta(days=6)
"""What is ready on these days after the first question goes along with it."""


@dataclass(frozen=True)
class Question:
    """A follow-up that waits to be asked: its days, and how often and when last it was asked."""

    follow_up_id: UUID
    due_on: date
    closes_on: date
    times_asked: int = 0
    last_asked_on: date | None = None


@dataclass(frozen=True)
class Asking:
    """One mail to one contact: its day, and the questions in it, by target date."""

    on: date
    questions: Sequence[Question]


def ready_on(question: Question, pause_days: int = PAUSE_DAYS) -> date:
    """Tell the first day on which a question may be asked (again)."""
    if question.last_asked_on is None:
        return question.due_on
    return max(question.due_on, question.last_asked_on + timedelta(days=pause_days))


def next_asking(
    questions: Sequence[Question],
    today: date,
    *,
    last_mail_on: date | None = None,
    pause_days: int = PAUSE_DAYS,
    times_at_most: int = TIMES_AT_MOST,
) -> Asking | None:
    """Plan the next mail to one contact, today or later; None when there is nothing left to ask.

    It goes on the first working day on which everything is ready that gets ready within a week of the first question,
    and takes along whatever else is ready by then and still counts.
    """
    earliest = last_mail_on + ONE_MAIL_IN if last_mail_on else date.min
    ready = {
        one: day
        for one in questions
        if one.times_asked < times_at_most
        and (day := max(ready_on(one, pause_days), earliest)) <= one.closes_on
        and today <= one.closes_on
    }
    if not ready:
        return None
    together_until = min(ready.values()) + TOGETHER_WITHIN
    latest = max(day for day in ready.values() if day <= together_until)
    on = first_working_day(max(latest, today))
    going = [one for one, day in ready.items() if day <= max(together_until, on) and on <= one.closes_on]
    return Asking(on, sorted(going, key=lambda one: (one.due_on, one.follow_up_id))) if going else None

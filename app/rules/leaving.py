"""What somebody did on leaving a programme, as ESF+ asks it: in the 28 days after the last exit the last event wins.

The destination that was recorded is an event of the day of leaving. Job-seeking and being employed exclude each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.rules.code_lists import Destination, SpellKind
from app.rules.evidence import Evidence, Spell
from app.rules.working_life import in_work_on, last_event_of_work

DAYS_AFTER_LEAVING = 28

INTO_WORK = frozenset({Destination.PAID_WORK, Destination.SELF_EMPLOYMENT})
INTO_OTHER_THINGS = frozenset({Destination.EDUCATION, Destination.VOLUNTEERING, Destination.CARE})
"""Destinations that say that somebody neither works nor looks for work."""
SAYS_NOTHING = frozenset({Destination.UNKNOWN, Destination.MOVED, Destination.DECEASED})

STUDIES = frozenset({SpellKind.EDUCATION, SpellKind.LANGUAGE_COURSE, SpellKind.APPRENTICESHIP})


def employed_on_leaving(left_on: date, evidence: Evidence, destination: Destination | None) -> bool | None:
    """Whether the last event in the 28 days from leaving was work.

    A job that is known to have ended in them, with nothing after it, is a no: its end was the last event.
    """
    until = left_on + timedelta(days=DAYS_AFTER_LEAVING)
    last = last_event_of_work(left_on, until, evidence)
    if last is not None:
        return last
    if destination in INTO_WORK:
        return True
    return False if destination is Destination.JOB_SEEKING or in_work_on(until, evidence) is False else None


def seeking_work_on_leaving(left_on: date, evidence: Evidence, destination: Destination | None) -> bool | None:
    """Whether somebody looked for work on leaving: as recorded, unless there was work."""
    if employed_on_leaving(left_on, evidence, destination) or destination in INTO_OTHER_THINGS:
        return False
    return True if destination is Destination.JOB_SEEKING else None


def studying_on_leaving(
    entered_on: date, left_on: date, studies: Iterable[Spell], destination: Destination | None
) -> bool | None:
    """Whether somebody was in education or training on leaving that began since the first entry.

    A study is proven on its first day and up to its known end; one without a known end leaves open whether it went on.
    """
    until = left_on + timedelta(days=DAYS_AFTER_LEAVING)
    begun = [one for one in studies if entered_on <= one.starts_on <= until]
    if any(one.ends_on >= until if one.ends_on else one.starts_on >= left_on for one in begun):
        return True
    ended_since = any(one.ends_on and one.ends_on >= left_on for one in begun)
    if destination is Destination.EDUCATION and not ended_since:
        return True
    if any(one.ends_on is None for one in begun):
        return None
    return False if ended_since or (destination and destination not in SAYS_NOTHING) else None

"""Whether somebody was spoken to as often as the programme has it: the rule by which the desk calls somebody silent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.rules.code_lists import Attendance
from app.rules.outcome_facts import Contact, Trajectory

CAME = frozenset({Attendance.CAME, Attendance.LATE})


def was_talk(contact: Contact) -> bool:
    """Whether somebody came; where nobody recorded that, a talk alone counts and a group session does not."""
    return contact.attendance in CAME or (contact.attendance is None and not contact.in_group)


def within_contact_norm(trajectory: Trajectory, contacts: Iterable[Contact], day: date) -> bool:
    """Whether the last talk, or else the start, lies no more days before a day than the norm."""
    talks = (one.on for one in contacts if one.trajectory == trajectory.id and one.on <= day and was_talk(one))
    last = max(talks, default=trajectory.started_on or trajectory.registered_on)
    return (day - last).days <= trajectory.contact_norm_days

"""The form of a contact: chips for what is usual, and a box beside them for what is not."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.models.coaching_contact import CoachingContactSaid
from app.routers.forms import Form
from app.rules.code_lists import Attendance
from app.rules.sentence import Sentence

CONTACT = Form(
    "contact",
    {
        "kind": Sentence("What was it for?"),
        "attendance": Sentence("Did the participant come?"),
        "minutes": Sentence("Minutes"),
        "topics": Sentence("What was it about?"),
        "note": Sentence("Note"),
        "next_contact_on": Sentence("Next appointment"),
        "contacted_on": Sentence("Day"),
        "channel": Sentence("How did you speak?"),
        "with_whom": Sentence("Who were there?"),
    },
)
USUAL = {"kind": "progress", "attendance": "came", "minutes": "30", "next": "", "with_whom": ["participant"]}
MINUTES = ("15", "30", "45", "60")
WEEKS = {
    "1": Sentence("In 1 week"),
    "2": Sentence("In 2 weeks"),
    "4": Sentence("In 4 weeks"),
}
NO_APPOINTMENT = ("", Sentence("None yet"))
ABSENT = {Attendance.DID_NOT_COME.value, Attendance.CANCELLED.value}


def empty_contact(today: date) -> Form:
    """A contact as it is most of the time: today, progress, came, half an hour."""
    return CONTACT.with_values({**USUAL, "contacted_on": today})


def read_contact(form: Form) -> CoachingContactSaid | None:
    """Read the chips and the boxes beside them. What is typed in a box counts before a chip.

    Whoever did not come was not there and took no minutes, unless they were typed.
    """
    there = [one for one in form.chosen("with_whom") if one != "participant" or form.value("attendance") not in ABSENT]
    worked_out = {"minutes": _minutes(form), "next_contact_on": _next_day(form), "with_whom": there}
    typed = Form(form.name, form.labels, {**form.values, **worked_out})
    read = typed.read(CoachingContactSaid)
    form.errors = typed.errors
    return read


def _minutes(form: Form) -> str:
    usual = "" if form.value("attendance") in ABSENT else form.value("minutes")
    return form.value("minutes_other").strip() or usual


def _next_day(form: Form) -> str:
    """The day that was typed, or so many weeks after the contact; nothing when neither can be read."""
    weeks, typed = form.value("next"), form.value("next_contact_on").strip()
    if typed or weeks not in WEEKS:
        return typed
    try:
        return str(date.fromisoformat(form.value("contacted_on")) + timedelta(weeks=int(weeks)))
    except (ValueError, OverflowError):
        return ""


def contact_as_recorded(contact: Mapping[str, object]) -> Form:
    """Fill in the form from a contact, to correct it; minutes that no chip has stand in the box."""
    minutes = "" if contact["minutes"] is None else str(contact["minutes"])
    return CONTACT.with_values(
        {
            **contact,
            "minutes": minutes if minutes in MINUTES else "",
            "minutes_other": "" if minutes in MINUTES else minutes,
            "next": "",
        }
    )

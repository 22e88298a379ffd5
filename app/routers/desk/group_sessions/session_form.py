"""The form of a group session: what it was, and for each person whether they came."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from app.models.group_session import GroupSessionFields
from app.routers.forms import Form
from app.rules.code_lists import Attendance
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.hold_group_session import Said

MEETING = Form(
    "meeting",
    {
        "held_on": Sentence("Day"),
        "subject": Sentence("Subject"),
        "kind": Sentence("What kind of meeting was it?"),
        "minutes": Sentence("Minutes"),
        "topics": Sentence("What was it about?"),
    },
)
NOT_INVITED, NOT_KNOWN = "not_invited", "not_known"
NOT_INVITED_CHOICE = (NOT_INVITED, Sentence("Not invited"))
ANSWERS = ((NOT_KNOWN, Sentence("Not known")), *choices(Attendance))


def field_of(trajectory_id: str | UUID) -> str:
    """Name the field that holds somebody's attendance."""
    return f"attendance-{trajectory_id}"


def read_meeting(form: Form) -> GroupSessionFields | None:
    """Read what the meeting was."""
    return form.read(GroupSessionFields)


def read_attendance(form: Form, people: Sequence[Mapping[str, Any]]) -> dict[UUID, Said]:
    """Read of everybody on the page whether they came; whoever was not invited is left out.

    Nobody came because nothing was said: that is not known. Something that is none of the answers is not, either.
    """
    said = {}
    known = {value.value: value for value in Attendance}
    for one in people:
        answer = form.value(field_of(one["id"]))
        if answer == NOT_INVITED or not answer:
            continue
        version = form.value(f"version-{one['id']}")
        said[UUID(one["id"])] = Said(known.get(answer), int(version) if version.isdecimal() else None)
    return said


def attendance_as_recorded(people: Sequence[Mapping[str, Any]], default: str) -> dict[str, object]:
    """Fill in the attendance of everybody: as it was recorded, or the default where there is no contact."""
    return {
        field_of(one["id"]): (one["attendance"] or NOT_KNOWN) if one["version"] is not None else default
        for one in people
    }

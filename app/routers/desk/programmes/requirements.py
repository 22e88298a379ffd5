"""What a programme asks of candidates: rows that must all hold, and groups of rows of which one is enough."""

from collections.abc import Mapping

from app.models.programme import ProgrammeUpdate
from app.routers.desk.programmes.part import Part, Told
from app.routers.desk.programmes.requirement_row import KINDS, LABELS, LISTS, fields_of, read_requirement
from app.routers.form_rows import Rows
from app.routers.forms import Form
from app.rules.entry_requirement import AnyOf, Asked, EntryRequirement, requirements_from
from app.rules.sentence import Sentence

ROWS = Rows(LABELS)
GROUPS = (
    ("", Sentence("Yes, this must hold")),
    ("a", Sentence("No, one of group A is enough")),
    ("b", Sentence("No, one of group B is enough")),
    ("c", Sentence("No, one of group C is enough")),
)


def _things(told: Told) -> list[Mapping[str, object]]:
    things: list[Mapping[str, object]] = []
    free = [letter for letter, _ in GROUPS if letter]
    for asked in requirements_from(told["entryRequirements"]):
        if isinstance(asked, AnyOf) and free and all(one.kind in KINDS for one in asked.of):
            letter = free.pop(0)
            things.extend(fields_of(one, letter) for one in asked.of)
        else:
            things.append(fields_of(asked))
    return things


def _read(form: Form) -> ProgrammeUpdate | None:
    read = [(row, read_requirement(row)) for row in ROWS.of(form) if row.is_there()]
    if form.errors:
        return None
    asked = put_together([(row.value("group"), one) for row, one in read if one is not None])
    return form.read(ProgrammeUpdate, {"entry_requirements": [one.as_stored() for one in asked]})


def put_together(rows: list[tuple[str, Asked]]) -> list[Asked]:
    """Put the rows of a group together where its first row stands; a group of one is just that one."""
    members: dict[str, list[Asked]] = {}
    for group, one in rows:
        members.setdefault(group, []).append(one)
    asked: list[Asked] = []
    for group, one in rows:
        if not group or len(members[group]) == 1:
            asked.append(one)
        elif one is members[group][0]:
            asked.append(_any_of(members[group]))
    return asked


def _any_of(members: list[Asked]) -> AnyOf:
    stored: list[EntryRequirement] = list(requirements_from([one.as_stored() for one in members]))
    return AnyOf(of=tuple(stored))


REQUIREMENTS = Part(
    title=Sentence("What is asked of candidates"),
    read=_read,
    rows=ROWS,
    things=_things,
    lists={**LISTS, "groups": GROUPS},
)

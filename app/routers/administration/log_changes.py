"""The changes of one act in the log, in the words of the screens: which field, what it was, what it became."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import SQLModel

from app.routers.administration.log_words import FIELDS, NOT_SHOWN, NOTHING, YES_OR_NO
from app.rules.names import NAMES, name_of
from app.use_cases.audit import WITHHELD


@dataclass(frozen=True)
class ChangeInWords:
    """One field that changed."""

    field: str
    before: str
    after: str


def in_words(object_type: str, changes: Mapping[str, tuple[object, object]]) -> Iterator[ChangeInWords]:
    """Say what changed; a field that has no name of its own is called as it is in the data."""
    for field, (before, after) in changes.items():
        name = FIELDS.get(field, field.replace("_", " "))
        yield ChangeInWords(name, _value(object_type, field, before), _value(object_type, field, after))


def _value(object_type: str, field: str, value: object) -> str:
    if value is None or value == []:
        return NOTHING
    if value == WITHHELD:
        return NOT_SHOWN
    if isinstance(value, bool):
        return YES_OR_NO[value]
    named = _name(object_type, field, value)
    if named is not None:
        return named
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _name(object_type: str, field: str, value: object) -> str | None:
    """The name of a value, when the field takes its values from a closed list that has names."""
    table = SQLModel.metadata.tables.get(object_type)
    column = table.columns.get(field) if table is not None else None
    values: type[StrEnum] | None = getattr(column.type, "enum_class", None) if column is not None else None
    if values is None or values not in NAMES:
        return None
    return next((name_of(one) for one in values if one == value), None)

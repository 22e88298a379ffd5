"""What an import is going to write, worked out in full before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel import SQLModel

from app.actor import Actor
from app.exchange.sheet_reading import ReadRow
from app.exchange.verdicts import RowPlace, VerdictKind, place_of
from app.models.base import Identified
from app.queries.known_to_import import Known
from app.rules.sentence import Sentence

New = TypeVar("New", bound=SQLModel)
FieldChanges = dict[str, tuple[object, object]]


@dataclass(slots=True)
class Plan:
    """New rows, changes to rows that are there, and the verdict that follows for each row of the file.

    A dry run stops here: nothing in a plan touches the rows of the session until it is carried out.
    """

    by: Actor
    known: Known
    new: dict[type[SQLModel], list[SQLModel]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[UUID, tuple[SQLModel, FieldChanges]] = field(default_factory=dict)
    verdicts: dict[RowPlace, VerdictKind] = field(default_factory=dict)
    skipped: dict[RowPlace, Sentence] = field(default_factory=dict)

    def add(self, table: type[New], **fields: object) -> New:
        """A row to be written; fields that are None are left at what the table starts with."""
        row = table(**{name: value for name, value in fields.items() if value is not None})
        self.new[table].append(row)
        return row

    def change(self, row: Identified | SQLModel, wanted: Mapping[str, object], no_longer: Collection[str] = ()) -> bool:
        """Note the fields in which a row differs from what is wanted; whether there are any.

        A wanted value of None says nothing: an empty cell never erases what we know. `no_longer` are fields that
        cannot stay what they are.
        """
        identity = inspect(row, raiseerr=True).identity
        row_id: UUID = identity[0] if identity else row.id  # type: ignore[union-attr]
        differing = {
            name: (old, new) for name, new in wanted.items() if new is not None and (old := getattr(row, name)) != new
        }
        differing |= {name: (old, None) for name in no_longer if (old := getattr(row, name)) is not None}
        if differing:
            self.changed.setdefault(row_id, (row, {}))[1].update(differing)
        return bool(differing)

    def created(self, row: ReadRow[object]) -> None:
        """A row of the file becomes something new."""
        self.verdicts[place_of(row)] = VerdictKind.CREATE

    def settled(self, row: ReadRow[object], *, changed: bool) -> None:
        """A row of the file is about something that is there."""
        self.verdicts[place_of(row)] = VerdictKind.UPDATE if changed else VerdictKind.UNCHANGED

    def skip(self, row: ReadRow[object], reason: Sentence) -> None:
        """A row of the file is not taken over, without harm to the others."""
        self.verdicts[place_of(row)] = VerdictKind.SKIP
        self.skipped[place_of(row)] = reason

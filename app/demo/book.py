"""The made-up rows, table by table, before they are written."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlmodel import SQLModel

from app.demo.chance import Chance

Row = dict[str, object]
OFFICE_HOUR = time(14, 30, tzinfo=UTC)


class Book:
    """Rows as they were first recorded, were meanwhile, and what they became later; by table and then by key.

    A book is about one programme. `at` is the moment up to which things have happened.
    """

    def __init__(self, at: datetime, today: date, chance: Chance, programme_number: int = 1) -> None:
        self.at = at
        self.programme_number = programme_number
        self.today = today
        self.chance = chance
        self.first: defaultdict[str, dict[object, Row]] = defaultdict(dict)
        self.meanwhile: defaultdict[str, dict[object, Row]] = defaultdict(dict)
        self.later: defaultdict[str, dict[object, Row]] = defaultdict(dict)
        tables = SQLModel.metadata.tables.items()
        self._changeable = {name for name, table in tables if "version" in table.columns}
        self._recorded = {name for name, table in tables if "recorded_at" in table.columns}

    @contextmanager
    def drawing_from(self, chance: Chance) -> Iterator[None]:
        """Draw from another chance for a while, so that what was drawn before and after stays as it is."""
        before, self.chance = self.chance, chance
        yield
        self.chance = before

    def moment(self, day: date) -> datetime:
        """When something of a day was recorded: that afternoon, or now when that is still to come."""
        return min(datetime.combine(day, OFFICE_HOUR), self.at)

    def add(self, table: str, on: date, by: UUID | None = None, **values: object) -> UUID:
        """A row that was recorded on a day, by an account or (None) by the operator; answers its identity."""
        identity = self.chance.identity()
        row: Row = {"id": identity, **values}
        if table in self._recorded:
            row["recorded_at"], row["recorded_by"] = self.moment(on), by
        if table in self._changeable:
            row["version"], row["changed_at"], row["changed_by"] = 1, self.moment(on), by
        self.first[table][identity] = row
        return identity

    def change_meanwhile(self, table: str, identity: UUID, on: date, by: UUID | None = None, **values: object) -> None:
        """What a row was changed into on a day, before it became what it is; once per row, and before that change."""
        said = {"version": 2, "changed_at": self.moment(on), "changed_by": by}
        self.meanwhile[table][identity] = {**self.first[table][identity], **values, **said}

    def change(self, table: str, identity: UUID, on: date, by: UUID | None = None, **values: object) -> None:
        """What a row was changed into on a day; a second change is taken together with the first."""
        before = self.later[table].get(identity) or self.first[table][identity]
        version = 3 if identity in self.meanwhile[table] else 2
        said = {"version": version, "changed_at": self.moment(on), "changed_by": by}
        self.later[table][identity] = {**before, **values, **said}

    def supersede(self, table: str, identity: UUID, on: date) -> None:
        """Mark a row as corrected on a day."""
        self.first[table][identity]["superseded_at"] = self.moment(on)

    def now(self, table: str) -> Iterator[Row]:
        """The rows of a table as they are now."""
        changed = self.later[table]
        return (changed.get(key, row) for key, row in self.first[table].items())

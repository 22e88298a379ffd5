"""What a line of the list of policies says."""

from dataclasses import dataclass

from sqlmodel import SQLModel

READ = ("select",)
ADD = ("select", "insert")
CHANGE = ("select", "insert", "update")
ALL = ("select", "insert", "update", "delete")


@dataclass(frozen=True, slots=True)
class Access:
    """What one database role may do with one table.

    `acts` are the SQL privileges, `rows` the condition on the rows, `new_rows` the condition on rows written or
    deleted when it differs. `columns` are those that may be read and `changes` those that may be updated, where that
    is not all; `hidden` are those that may not be read.
    """

    table: str
    role: str
    acts: tuple[str, ...]
    rows: str
    columns: tuple[str, ...] | None = None
    new_rows: str | None = None
    changes: tuple[str, ...] | None = None
    hidden: tuple[str, ...] = ()

    def readable(self) -> tuple[str, ...]:
        """The columns that may be read; empty when that is all of them."""
        if not self.hidden:
            return self.columns or ()
        twin = self.table.endswith("_history")
        declared = SQLModel.metadata.tables[self.table.removesuffix("_history")].columns.keys()
        every = (*(("known_from", "known_until") if twin else ()), *declared)
        return tuple(column for column in every if column not in self.hidden)

"""Rows in a form: the same few fields for each of several things, with an empty row for one more.

A field is called after its column and its row, as in `name-2`. Without a script a row is added by sending the form
with the button `more`, which keeps everything that was typed and records nothing. A row that is left empty, or that
is ticked to be taken away, is not there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from app.routers.forms import Form
from app.routers.typed_values import sentence_for, values_for
from app.rules.sentence import Sentence

Shape = TypeVar("Shape", bound=BaseModel)
REMOVE = "remove"
MOST_ROWS = 60


@dataclass(frozen=True)
class Row:
    """One row of a form, asked in the same way as a form."""

    form: Form
    number: int
    labels: Mapping[str, Sentence]

    def value(self, field_name: str, /) -> str:
        """Give one value."""
        return self.form.value(f"{field_name}-{self.number}")

    def chosen(self, field_name: str, /) -> Sequence[str]:
        """Give several."""
        return self.form.chosen(f"{field_name}-{self.number}")

    def is_there(self) -> bool:
        """Whether anything was filled in that is to be kept."""
        filled_in = any(self.value(column).strip() for column in self.labels)
        return filled_in and not self.value(REMOVE)

    def read(self, shape: type[Shape], own: Mapping[str, object] | None = None) -> Shape | None:
        """Read the row as a shape; when it is not right, keep an error per field in the form and give nothing.

        `own` are values that the row is not asked for.
        """
        try:
            return shape.model_validate({**values_for(shape, self), **(own or {})})
        except ValidationError as wrong:
            names = {described.alias or name: name for name, described in shape.model_fields.items()}
            for error in wrong.errors():
                place = str(error["loc"][0]) if error["loc"] else next(iter(self.labels))
                self.form.errors.setdefault(f"{names.get(place, place)}-{self.number}", sentence_for(error))
            return None


@dataclass(frozen=True)
class Rows:
    """The columns of the rows, with their names; the first says what the row is about."""

    columns: Mapping[str, Sentence]

    def labels(self, many: int) -> dict[str, Sentence]:
        """Name the fields of so many rows."""
        return {f"{column}-{number}": label for number in range(many) for column, label in self.columns.items()}

    def values(self, things: Sequence[Mapping[str, object]]) -> dict[str, object]:
        """Fill in a row for each thing."""
        return {
            f"{column}-{number}": thing.get(column) for number, thing in enumerate(things) for column in self.columns
        }

    def count(self, form: Form) -> int:
        """Count the rows of a form."""
        numbers = (
            int(number)
            for name in form.values
            for column, _, number in [name.rpartition("-")]
            if column in self.columns and number.isdecimal() and int(number) < MOST_ROWS
        )
        return max(numbers, default=-1) + 1

    def with_one_more(self, form: Form) -> Mapping[str, str | Sequence[str]]:
        """What was typed, with an empty row behind it."""
        number = self.count(form)
        return {**form.values, **{f"{column}-{number}": "" for column in self.columns}}

    def moved_up(self, form: Form, number: int) -> Mapping[str, str | Sequence[str]]:
        """What was typed, with a row one place higher."""
        places = {str(number): str(number - 1), str(number - 1): str(number)}
        moved = {}
        for name, value in form.values.items():
            column, _, place = name.rpartition("-")
            moved[f"{column}-{places[place]}" if place in places else name] = value
        return moved

    def of(self, form: Form) -> list[Row]:
        """Give the rows of a form, the empty ones too."""
        return [Row(form, number, self.columns) for number in range(self.count(form))]

    def read(self, form: Form, shape: type[Shape]) -> list[Shape] | None:
        """Read the rows that are there; when one is not right, keep its errors in the form and give nothing."""
        read = [row.read(shape) for row in self.of(form) if row.is_there()]
        found = [one for one in read if one is not None]
        return found if len(found) == len(read) else None

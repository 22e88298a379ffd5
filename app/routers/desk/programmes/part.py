"""A part of a programme that is changed with a form of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.models.programme import ProgrammeUpdate
from app.routers.form_rows import Rows
from app.routers.forms import Form
from app.rules.sentence import Sentence

Told = Mapping[str, Any]
"""A programme as `queries/programme_page.py` tells it: days as ISO texts, keys in camelCase."""
Choices = Sequence[tuple[str, Sentence]]


def no_values(_told: Told) -> Mapping[str, object]:
    """Nothing stands in the form once."""
    return {}


def no_things(_told: Told) -> list[Mapping[str, object]]:
    """Nothing is repeated."""
    return []


def nothing_renamed(_form: Form) -> Mapping[str, str]:
    """No phase has another name."""
    return {}


@dataclass(frozen=True)
class Part:
    """One form: how it is filled in from what is recorded, and how it is read.

    `labels` names the fields that stand in it once, with their `values`; `rows` those that are repeated for each of
    the `things`. `read` gives nothing when something is not right; the form says what. `lists` are the choices.
    """

    title: Sentence
    read: Callable[[Form], ProgrammeUpdate | None]
    labels: Mapping[str, Sentence] = field(default_factory=dict)
    values: Callable[[Told], Mapping[str, object]] = no_values
    rows: Rows | None = None
    things: Callable[[Told], list[Mapping[str, object]]] = no_things
    renamed_phases: Callable[[Form], Mapping[str, str]] = nothing_renamed
    lists: Mapping[str, Choices] = field(default_factory=dict)

    def filled_in(self, told: Told) -> Form:
        """Fill in the form from what is recorded, with an empty row for one more."""
        things = self.things(told)
        values = {**self.values(told), **(self.rows.values([*things, {}]) if self.rows else {})}
        return self.named(Form("part").with_values(values))

    def named(self, form: Form) -> Form:
        """The same form with a name for each of its fields."""
        repeated = self.rows.labels(self.rows.count(form)) if self.rows else {}
        return Form(form.name, {**self.labels, **repeated}, form.values, form.errors, form.status)

    def rearranged(self, form: Form) -> Form:
        """The form as the buttons beside its rows ask for: with an empty row more, or with a row one place higher."""
        if self.rows is None:
            return form
        moved = form.value("up")
        values = self.rows.moved_up(form, int(moved)) if moved.isdecimal() else self.rows.with_one_more(form)
        return self.named(Form(form.name, values=values))

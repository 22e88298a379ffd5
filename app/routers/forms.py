"""A form as a person sees it: what was typed, and per field what is not right yet.

Nothing typed is ever lost: a page that refuses a form shows the same values again, beside the errors.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.rules.sentence import Sentence


@dataclass
class Form:
    """One form on a page, told apart by its `name`; an error under "" is about the whole of it."""

    name: str
    values: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    errors: dict[str, Sentence] = field(default_factory=dict)

    def value(self, field_name: str) -> str:
        """Give back what was typed, or nothing."""
        typed = self.values.get(field_name, "")
        return typed if isinstance(typed, str) else next(iter(typed), "")

    def chosen(self, field_name: str) -> Sequence[str]:
        """Give the ticked choices of a field that allows several."""
        typed = self.values.get(field_name, ())
        return [typed] if isinstance(typed, str) else typed

    def error(self, field_name: str) -> Sentence | None:
        """Say what is not right about a field, if anything."""
        return self.errors.get(field_name)

    def id_of(self, field_name: str) -> str:
        """Name the field within the whole page, so that labels and the error summary can point at it."""
        return f"{self.name}-{field_name}"

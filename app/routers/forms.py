"""A form as a person sees it: what was typed, and per field what is not right yet.

Nothing typed is ever lost: a page that refuses a form shows the same values again, beside the errors.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import InvalidInput, Refusal
from app.routers.typed_values import sentence_for, values_for
from app.rules.sentence import Sentence

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass
class Form:
    """One form on a page, told apart by its `name`; an error under "" is about the whole of it.

    `labels` names the fields. `status` is the HTTP status of the page that shows the form with its errors.
    """

    name: str
    labels: Mapping[str, Sentence] = field(default_factory=dict)
    values: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    status: int = 400

    def value(self, field_name: str) -> str:
        """Give back what was typed, or nothing."""
        typed = self.values.get(field_name, "")
        return typed if isinstance(typed, str) else next(iter(typed), "")

    def chosen(self, field_name: str) -> Sequence[str]:
        """Give the ticked choices of a field that allows several."""
        typed = self.values.get(field_name, ())
        return [typed] if isinstance(typed, str) else typed

    def error(self, field_name: str) -> str | None:
        """Say what is not right about a field, if anything."""
        return self.errors.get(field_name)

    def label(self, field_name: str) -> Sentence | None:
        """Name a field."""
        return self.labels.get(field_name)

    def id_of(self, field_name: str) -> str:
        """Name the field within the whole page, so that labels and the error summary can point at it."""
        return f"{self.name}-{field_name}"

    def with_values(self, values: Mapping[str, object]) -> "Form":
        """Fill in a form beforehand; what is not known stays empty."""
        return Form(self.name, self.labels, {name: _shown(value) for name, value in values.items()})

    async def sent_in(self, request: Request) -> "Form":
        """Take what somebody sent."""
        sent = await request.form()
        values = {name: [str(value) for value in sent.getlist(name)] for name in sent}
        return Form(self.name, self.labels, values)

    def read(self, shape: type[Shape], own: Mapping[str, object] | None = None) -> Shape | None:
        """Read the form as a shape; when it is not right, keep an error per field and give nothing.

        `own` are values that were read in another way than box by box.
        """
        try:
            return shape.model_validate({**values_for(shape, self), **(own or {})})
        except ValidationError as wrong:
            names = {described.alias or name: name for name, described in shape.model_fields.items()}
            for error in wrong.errors():
                place = str(error["loc"][0]) if error["loc"] else ""
                self.errors.setdefault(names.get(place, place), sentence_for(error))
            return None

    def refuse(self, refusal: Refusal) -> None:
        """Keep what a use case said about the fields; what is about no field here is about the whole."""
        if not isinstance(refusal, InvalidInput):
            self.errors[""] = refusal.detail
            return
        for error in refusal.errors:
            self.errors[error.name if error.name in self.labels else ""] = error.reason


@asynccontextmanager
async def kept_in(form: Form, session: AsyncSession) -> AsyncIterator[None]:
    """Keep a refusal in the form, and undo what was written before it."""
    try:
        async with session.begin_nested():
            yield
    except Refusal as refusal:
        form.status = refusal.status
        form.refuse(refusal)


def _shown(value: object) -> str | Sequence[str]:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    return [str(one) for one in value] if isinstance(value, list | tuple) else str(value)

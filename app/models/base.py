"""What every table has in common: names of constraints, who recorded a row and when, and versions."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args
from unicodedata import category
from uuid import UUID, uuid4

from pydantic import ConfigDict, StringConstraints, ValidationInfo, field_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError
from sqlalchemy import ARRAY, CheckConstraint, Enum, ForeignKeyConstraint, Text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

TextList = ARRAY(Text)
Occupation = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}$")]
"""An ISCO-08 code of one to four digits."""
Sector = Annotated[str, StringConstraints(pattern=r"^[A-V]$")]
"""A section letter of NACE Rev. 2.1."""
MunicipalityCode = Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$")]
"""The code that Statistics Netherlands gives a municipality."""
Word = Annotated[str, StringConstraints(min_length=1, max_length=100)]
WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199
LAYOUT = "\t\n\r"
"""The control characters that belong in a text of several lines."""


def closed_list(values: type[StrEnum], name: str | None = None) -> Enum:
    """A text column that only takes the values of a closed list.

    The CHECK constraint is named after the list, or after the column where a table has the list twice.
    """
    return Enum(
        values,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=40,
        name=name or "".join("_" + c.lower() if c.isupper() else c for c in values.__name__).lstrip("_"),
    )


class Shape(SQLModel):
    """What goes over the wire: camelCase in JSON, snake_case in Python; unknown fields are refused."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")  # type: ignore[assignment]

    @field_validator("*", mode="before")
    @classmethod
    def _written_as_a_day(cls, value: object, info: ValidationInfo) -> object:
        """A day is written YYYY-MM-DD: not as a moment, and not as a number of seconds."""
        annotation = cls.model_fields[str(info.field_name)].annotation
        is_day = date in (annotation, *get_args(annotation))
        if is_day and value is not None and not isinstance(value, date) and not WRITTEN_DAY.fullmatch(str(value)):
            raise PydanticCustomError("date_form", "A day is written YYYY-MM-DD.")
        return value

    @field_validator("*")
    @classmethod
    def _can_be_kept(cls, value: object) -> object:
        """Refuse what the database cannot keep, and days that lie in nobody's life."""
        for each in _everything_in(value):
            if isinstance(each, str) and not all(map(_can_stand_in_text, each)):
                raise ValueError("A character in this text cannot be kept.")
            if isinstance(each, date) and not FIRST_YEAR <= each.year <= LAST_YEAR:
                raise ValueError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.")
        return value


def _can_stand_in_text(letter: str) -> bool:
    return letter in LAYOUT or category(letter) not in ("Cc", "Cs")


def _everything_in(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, list):
        yield from value
    else:
        yield value


class Identified(SQLModel):
    """A row with an identity of its own."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)


class Recorded(SQLModel):
    """A row that says when it was recorded (UTC) and by which account; None is the operator or an employer's link.

    The moment is filled in when the row is first written, from the actor of the transaction.
    """

    recorded_at: datetime = Field(default=None, nullable=False)
    recorded_by: UUID | None = Field(default=None, foreign_key="account.id")


class Changeable(Recorded):
    """A row that can change: every change gets the next version, and says when and by whom."""

    version: int = Field(default=1, nullable=False)
    changed_at: datetime = Field(default=None, nullable=False)
    changed_by: UUID | None = Field(default=None, foreign_key="account.id")


class PublicFact(Shape):
    """What the API tells of every fact: its identity, and when it was recorded (UTC)."""

    id: UUID
    recorded_at: datetime


class PublicVersion(PublicFact):
    """What the API tells of everything that can change: its version, and when it last changed (UTC)."""

    version: int
    changed_at: datetime


class PublicFactOfTrajectory(PublicFact):
    """Which trajectory, programme and participant a fact is about."""

    programme_id: UUID
    trajectory_id: UUID
    participant_id: UUID


class OfTrajectory(SQLModel):
    """A fact about one trajectory. It carries the programme itself, because row security goes by it."""

    programme_id: UUID = Field(foreign_key="programme.id")
    trajectory_id: UUID = Field(index=True)
    participant_id: UUID = Field(foreign_key="participant.id", index=True)

    @property
    def fact_keys(self) -> dict[str, Any]:
        """What another fact about the same trajectory carries."""
        return {name: getattr(self, name) for name in OfTrajectory.model_fields}


def same_trajectory(table: str) -> ForeignKeyConstraint:
    """Holds programme, trajectory and participant of a fact together: they cannot contradict each other.

    Where a trajectory goes over to another participant, its facts go along.
    """
    return ForeignKeyConstraint(
        ["trajectory_id", "programme_id", "participant_id"],
        ["trajectory.id", "trajectory.programme_id", "trajectory.participant_id"],
        name=f"fk_{table}_trajectory",
        onupdate="CASCADE",
    )


def not_before(first: str, second: str) -> CheckConstraint:
    """The second day is on or after the first, where both are known."""
    return CheckConstraint(f"{second} >= {first}", name=f"{second}_not_before_{first}")


def within(column: str, low: int, high: int) -> CheckConstraint:
    """A number between two bounds, both included."""
    return CheckConstraint(f"{column} between {low} and {high}", name=f"{column}_range")


def only_from(column: str, values: type[StrEnum]) -> CheckConstraint:
    """A list of texts that only holds values of a closed list."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} <@ array[{listed}]::text[]", name=f"{column}_listed")

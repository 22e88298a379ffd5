"""What the workbook is made of: named sheets, and columns that fill a field each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.exchange.reading import Reader
from app.rules.sentence import Sentence

Content = TypeVar("Content", covariant=True)


class SheetName(StrEnum):
    """The sheets, in the order in which they build on each other."""

    PARTICIPANTS = "Deelnemers"
    TRAJECTORIES = "Trajecten"
    LANGUAGE_MEASUREMENTS = "Taalmetingen"
    CONTACTS = "Contacten"
    PLACEMENTS = "Plaatsingen"
    OBSERVATIONS = "Waarnemingen"
    FOLLOW_UPS = "Opvolgingen"
    RATINGS = "Beoordelingen"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head as coordinators write it, the field it fills, what it is called, how it is read."""

    head: str
    field: str
    called: Sentence
    read: Reader
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Content]):
    """A sheet with its columns; ``content`` makes the content of a row from the fields that were read.

    ``required`` sheets must be in the file; a sheet that is not may be absent.
    """

    name: SheetName
    content: Callable[..., Content]
    columns: tuple[Column, ...]
    required: bool = False

    def column_of(self, field: str) -> Column:
        """The column that fills a field."""
        return next(column for column in self.columns if column.field == field)


def required(head: str, field: str, called: Sentence, read: Reader) -> Column:
    """A column without which a row says nothing."""
    return Column(head, field, called, read, required=True)

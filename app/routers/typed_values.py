"""Reads what people type: days, numbers with a comma, empty boxes; and says what would be right."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from app.rules.sentence import Sentence

DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")

SENTENCES: Mapping[str, Sentence] = {
    "missing": Sentence("Fill this in."),
    "none_required": Sentence("Fill this in."),
    "date": Sentence("Fill in a day that exists, for example 31-12-2026."),
    "int": Sentence("Fill in a whole number, for example 20."),
    "float": Sentence("Fill in a number, for example 24 or 24,5."),
    "enum": Sentence("Choose one of the answers."),
    "bool": Sentence("Choose one of the answers."),
    "uuid": Sentence("Choose one of the answers."),
    "literal": Sentence("Choose one of the answers."),
    "string_too_short": Sentence("Fill this in."),
    "string_pattern_mismatch": Sentence("This is not written in the way that is asked."),
}


class Typed(Protocol):
    """Something that asks for fields by their labels, and holds what was typed."""

    @property
    def labels(self) -> Mapping[str, Sentence]:
        """Name the fields that are asked."""

    def value(self, field_name: str, /) -> str:
        """Give one value."""

    def chosen(self, field_name: str, /) -> Sequence[str]:
        """Give several."""


def values_for(shape: type[BaseModel], typed: Typed) -> dict[str, object]:
    """Collect the fields of a shape that a form asks; an empty box is no value, a list has one thing per line."""
    values: dict[str, object] = {}
    for name, described in shape.model_fields.items():
        if name not in typed.labels:
            continue
        kinds = str(described.annotation)
        if kinds.startswith("list"):
            values[name] = [line.strip() for one in typed.chosen(name) for line in one.splitlines() if line.strip()]
        elif text := typed.value(name).strip():
            values[name] = _one_value(kinds, text)
    return values


def sentence_for(error: ErrorDetails) -> Sentence:
    """Say what would be right, in words for the person who typed."""
    kind, limits = error["type"], error.get("ctx", {})
    if kind == "greater_than_equal":
        return Sentence("This must be %(least)s or more.", least=str(limits["ge"]))
    if kind == "less_than_equal":
        return Sentence("This must be %(most)s or less.", most=str(limits["le"]))
    if kind == "string_too_long":
        return Sentence("This is too long. It can have %(most)s letters.", most=int(limits["max_length"]))
    return SENTENCES.get(kind) or SENTENCES.get(kind.split("_")[0]) or Sentence("This cannot be right.")


def _one_value(kinds: str, text: str) -> str:
    if "float" in kinds:
        return text.replace(",", ".")
    written = DUTCH_DAY.fullmatch(text) if "date" in kinds else None
    if written:
        day, month, year = written.groups()
        return f"{year}-{month:0>2}-{day:0>2}"
    return text


def version_in(typed: Typed) -> int:
    """Read which version of a thing the form was made from; a form without one is older than everything."""
    version = typed.value("version")
    return int(version) if version.isdecimal() else 0

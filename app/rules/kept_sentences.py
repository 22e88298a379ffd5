"""Sentences in kept data: what was said in one language is read in another one later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.rules.sentence import Sentence, Value


def kept(sentence: Sentence) -> dict[str, object]:
    """A sentence as JSON can hold it, with its values apart and its days still days."""
    return {"pattern": sentence.pattern, "values": {name: _kept(value) for name, value in sentence.values.items()}}


def with_sentences(data: object) -> object:
    """The data with every kept sentence made a sentence again."""
    if isinstance(data, Mapping):
        if data.keys() == {"day"}:
            return date.fromisoformat(data["day"])
        return _sentence(data) if data.keys() == {"pattern", "values"} else _each(data)
    if isinstance(data, list):
        return [with_sentences(one) for one in data]
    return data


def _kept(value: Value) -> object:
    if isinstance(value, Sentence):
        return kept(value)
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _each(data: Mapping[str, object]) -> dict[str, object]:
    return {name: with_sentences(value) for name, value in data.items()}


def _sentence(data: Mapping[str, Any]) -> Sentence:
    pattern: str = data["pattern"]
    values: dict[str, Any] = _each(data["values"])
    return Sentence(pattern, **values)

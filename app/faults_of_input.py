"""Says what is wrong with what was sent, in sentences that never repeat it."""

import re
from collections.abc import Mapping
from typing import Any

from app.errors import FieldError

FAULTS: Mapping[str, tuple[str, str]] = {
    "missing": ("missing", "This is needed."),
    "extra_forbidden": ("unknown-field", "There is no such field."),
    "enum": ("not-in-list", "Choose one of {expected}."),
    "literal_error": ("not-in-list", "Choose one of {expected}."),
    "union_tag_invalid": ("not-in-list", "Choose one of {expected_tags} as {discriminator}."),
    "union_tag_not_found": ("missing", "Say which {discriminator} this is."),
    "json_invalid": ("not-json", "This is no valid JSON."),
    "string_too_short": ("too-short", "Give at least {min_length} characters."),
    "string_too_long": ("too-long", "Give at most {max_length} characters."),
    "too_short": ("too-few", "Give at least {min_length}."),
    "too_long": ("too-many", "Give at most {max_length}."),
    "string_pattern_mismatch": ("wrong-form", "This has another form than {pattern}."),
    "greater_than_equal": ("too-small", "Give at least {ge}."),
    "greater_than": ("too-small", "Give more than {gt}."),
    "less_than_equal": ("too-large", "Give at most {le}."),
    "less_than": ("too-large", "Give less than {lt}."),
    "value_error": ("not-allowed", "{error}"),
}
"""Kind of fault → code and sentence; what stands in braces comes from the definition of the field."""

KINDS: Mapping[str, tuple[str, str]] = {
    "date": ("not-a-date", "Give a date as YYYY-MM-DD."),
    "datetime": ("not-a-moment", "Give a moment as YYYY-MM-DDThh:mm:ssZ."),
    "timezone": ("not-a-moment", "Give a moment with its offset from UTC."),
    "uuid": ("not-an-identity", "Give an identity, a UUID."),
    "int": ("not-a-number", "Give a whole number."),
    "float": ("not-a-number", "Give a number."),
    "finite": ("not-a-number", "Give a number."),
    "decimal": ("not-a-number", "Give a number."),
    "bool": ("not-a-truth-value", "Give true or false."),
    "string": ("not-a-text", "Give a text."),
    "list": ("not-a-list", "Give a list."),
    "dict": ("not-an-object", "Give an object."),
    "model": ("not-an-object", "Give an object."),
}
OTHERWISE = ("not-allowed", "This value is not allowed.")
LIKE_A_NAME_OF_OURS = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")


def fault_of(error: Mapping[str, Any], *, of_request: bool = False) -> FieldError:
    """One fault, as pydantic found it; in a request the way to a field begins with body, query, path or header."""
    kind, where = str(error["type"]), error["loc"]
    if of_request:
        where = where[:1] if kind == "json_invalid" else where[1:] or where
    code, sentence = FAULTS.get(kind) or KINDS.get(kind.split("_", maxsplit=1)[0], OTHERWISE)
    return FieldError(".".join(map(_shown, where)), code, sentence.format_map(error.get("ctx", {})))


def _shown(part: str | int) -> str:
    """A part of the way to a field. One that is not ours is only named if it looks as if it were."""
    return str(part) if isinstance(part, int) or LIKE_A_NAME_OF_OURS.fullmatch(part) else "?"

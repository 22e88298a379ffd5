"""Sets the values of a row, and says what that changed."""

from collections.abc import Mapping

from sqlmodel import SQLModel

from app.use_cases.audit import Changes


def set_values(row: SQLModel, values: Mapping[str, object]) -> Changes:
    """Give a row these values. Returns the fields that were otherwise, each with its old and new value."""
    changes = {name: (old, new) for name, new in values.items() if (old := getattr(row, name)) != new}
    for name, (_, new) in changes.items():
        setattr(row, name, new)
    return changes

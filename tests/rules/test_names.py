"""Every value that a reader can meet has a name."""

from enum import StrEnum

import pytest

from app.rules import code_lists
from app.rules.names import NAMES, choices

INTERNAL = {code_lists.AccountKind, code_lists.ImportState}
LISTS = [
    values
    for values in vars(code_lists).values()
    if isinstance(values, type) and issubclass(values, StrEnum) and values not in {StrEnum, *INTERNAL}
]


@pytest.mark.parametrize("values", LISTS)
def test_every_value_of_a_closed_list_has_a_name(values: type[StrEnum]) -> None:
    assert all(name for _, name in choices(values))


@pytest.mark.parametrize("values", NAMES)
def test_no_name_is_left_of_a_value_that_is_gone(values: type[StrEnum]) -> None:
    assert set(NAMES[values]) == {value.value for value in values}

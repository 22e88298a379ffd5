"""The glossary knows every table and every closed list, in the words of the screens."""

import inspect
import re
from enum import StrEnum

import pytest
from sqlmodel import SQLModel

import app.models
from app.language import Language, say
from app.rules import code_lists
from app.rules.names import NAMES
from tests.conftest import CHECKOUT

GLOSSARY = (CHECKOUT / "docs" / "glossary.md").read_text()
TABLES = sorted(SQLModel.metadata.tables) if app.models.__all__ else []
LISTS = [
    each
    for each in vars(code_lists).values()
    if inspect.isclass(each) and issubclass(each, StrEnum) and each is not StrEnum
]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_word(table: str) -> None:
    assert re.search(rf"^\| `{table}` \| [^|]+ \| [^|]+\. \|$", GLOSSARY, re.MULTILINE)


@pytest.mark.parametrize("closed_list", LISTS)
def test_every_closed_list_is_explained_in_the_words_of_the_screens(closed_list: type[StrEnum]) -> None:
    section = GLOSSARY.partition(f"\n## {closed_list.__name__}\n")[2].partition("\n## ")[0]
    words = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", section, re.MULTILINE))
    assert list(words) == [value.value for value in closed_list]
    for code, name in NAMES.get(closed_list, {}).items():
        assert words[code] == say(name, Language.DUTCH)

"""The catalogue beside the overview of the field, where that lies beside the checkout: names and every figure."""

import re
from pathlib import Path

import pytest

from app.catalogue import catalogue
from app.catalogue.entry import CatalogueProgramme
from tests.conftest import CHECKOUT

BOLD = re.compile(r"\*\*(.+?)\*\*")
NUMBER = re.compile(r"\d+(?:,\d{3})*")
FRACTIONS = {"one third": 33.3, "half": 50.0, "two thirds": 66.7}
PLACES = [parent / "shared" / "sources.md" for parent in CHECKOUT.parents]
Row = tuple[int, str, str, str, str]


def overview() -> list[Row]:
    """The rows of the table: number, name, who and where, shape, published result."""
    found = next((place for place in PLACES if place.exists()), None)
    if found is None:
        return []
    rows = re.findall(r"^\| (\d+) \|(.+)\|(.+)\|(.+)\|(.+)\|$", Path(found).read_text(), re.MULTILINE)
    return [(int(number), name.strip(), who, shape, result) for number, name, who, shape, result in rows]


ROWS = overview()
BESIDE = pytest.mark.skipif(not ROWS, reason="NO OVERVIEW beside the checkout: names and figures were not compared")


def figures_in(entry: CatalogueProgramme) -> set[float]:
    """Every number that an entry publishes."""
    results = {result.value for result in entry.results if result.value is not None}
    compared = {result.beside.value for result in entry.results if result.beside}
    reach = {float(one.number) for one in entry.reach} | {float(one.up_to) for one in entry.reach if one.up_to}
    return results | compared | reach


def figures_of(text: str) -> set[float]:
    """Every figure in bold, in numbers or in words."""
    bold = " ".join(BOLD.findall(text))
    numbers = {float(number.replace(",", "")) for number in NUMBER.findall(bold)}
    return numbers | {value for words, value in FRACTIONS.items() if words in bold}


@BESIDE
def test_every_row_is_there() -> None:
    assert [row[0] for row in ROWS] == [entry.number for entry in catalogue().values()]


@BESIDE
@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_the_name_and_every_published_figure_are_those_of_the_row(row: Row) -> None:
    number, name, who, _, result = row
    entry = next(entry for entry in catalogue().values() if entry.number == number)
    assert name.startswith(entry.name)
    assert figures_of(who) | figures_of(result) <= figures_in(entry)


@BESIDE
def test_the_figures_are_really_read() -> None:
    assert figures_of("**half** of companies, **two thirds**; **22 % → 35 %** of **16,000**") == {
        50.0,
        66.7,
        22.0,
        35.0,
        16_000.0,
    }
    assert sum(len(figures_of(row[4])) for row in ROWS) >= 14


@BESIDE
def test_what_is_in_bold_as_a_requirement_is_asked() -> None:
    for number, name, _, shape, _ in ROWS:
        entry = next(entry for entry in catalogue().values() if entry.number == number)
        asked = entry.model_dump_json()
        for bold in BOLD.findall(shape):
            assert entry.job_guarantee if bold == "job guarantee" else f'"level":"{bold}"' in asked, name


@BESIDE
def test_a_level_of_evidence_in_the_overview_is_the_level_here() -> None:
    seen = 0
    for number, name, who, _, _ in ROWS:
        if level := re.search(r"SMS (\d)", name + who):
            seen += 1
            entry = next(entry for entry in catalogue().values() if entry.number == number)
            assert entry.maryland_level == int(level[1]), name
    assert seen >= 4

"""How single cells are read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from app.exchange.cell import Cell
from app.exchange.cells import a_decimal, a_text, a_whole_number, one_of, several, yes_or_no
from app.exchange.closed_lists import DECISIONS, LANGUAGE_LEVELS, RESIDENCE_GROUNDS
from app.exchange.code_cells import (
    a_kvk_number,
    a_language_code,
    a_municipality,
    a_phone_number,
    a_sector,
    an_email,
    an_isco_code,
)
from app.exchange.reading import ColumnContext, Misread, Noticed, Reader, Reading
from app.rules.sentence import Sentence

COLUMN = ColumnContext(Sentence("it"), dt.date(2026, 11, 21))


def read(reader: Reader, cell: Cell) -> Reading:
    return reader(cell, COLUMN)


def reason(reader: Reader, cell: Cell) -> str:
    reading = read(reader, cell)
    assert isinstance(reading, Misread), reading
    return reading.reason


@pytest.mark.parametrize("text", ["=1+1", "+31612345678", "-", "@home", '=HYPERLINK("http://example.org")'])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    assert read(a_text(100), text) == text


def test_text_is_trimmed_and_a_whole_number_has_no_decimals() -> None:
    assert read(a_text(100), "  Selam ") == "Selam"
    assert read(a_text(100), 1.0) == "1"


def test_text_that_is_too_long_is_an_error() -> None:
    assert reason(a_text(5), "123456") == "it is too long"


def test_a_fault_of_the_spreadsheet_is_an_error() -> None:
    assert reason(a_text(100), "#N/A") == "it holds a fault of the spreadsheet"


@pytest.mark.parametrize("cell", ["14,75", "14.75", " 14,75 ", "€ 14,75", 14.75])
def test_decimals_have_a_comma_or_a_point(cell: Cell) -> None:
    assert read(a_decimal(0, 1000, decimals=2), cell) == Decimal("14.75")


def test_a_number_is_rounded_to_what_is_kept() -> None:
    assert read(a_decimal(0, 80, decimals=1), 31.96) == Decimal("32.0")


@pytest.mark.parametrize("cell", ["veertien", "14,7,5", "1e3", "", True, "٣٢", "1.234,50"])
def test_what_is_no_number_is_an_error(cell: Cell) -> None:
    assert reason(a_decimal(0, 1000, decimals=2), cell) == "it is not a number"


def test_a_number_beyond_its_bounds_is_out_of_range() -> None:
    assert reason(a_whole_number(1, 5), 9.0) == "it out of range"
    assert reason(a_decimal(0, 80, decimals=1), -1.0) == "it out of range"


def test_a_broken_number_is_no_whole_number() -> None:
    assert reason(a_whole_number(1, 5), 3.5) == "it is not a whole number"


@pytest.mark.parametrize("cell", ["ja", "J", " x ", "JA", True])
def test_yes(cell: Cell) -> None:
    assert read(yes_or_no, cell) is True


@pytest.mark.parametrize("cell", ["nee", "N", False])
def test_no(cell: Cell) -> None:
    assert read(yes_or_no, cell) is False


def test_something_else_is_neither_yes_nor_no() -> None:
    assert reason(yes_or_no, "misschien") == "it is neither yes nor no"


@pytest.mark.parametrize(
    "word", ["Toegelaten onder voorwaarden", " toegelaten  onder voorwaarden", "admitted_with_conditions"]
)
def test_words_of_a_list_match_whatever_their_case_and_spaces(word: str) -> None:
    assert read(one_of(DECISIONS), word) == "admitted_with_conditions"


def test_words_of_a_list_match_without_accents() -> None:
    assert read(one_of(RESIDENCE_GROUNDS), "oekraine") == "temporary_protection"


@pytest.mark.parametrize("word", ["Alfa A", "alfa a", "A1-", "a2"])
def test_levels_below_and_in_the_framework_are_known(word: str) -> None:
    assert not isinstance(read(one_of(LANGUAGE_LEVELS), word), Misread)


def test_a_word_that_is_not_in_the_list_says_what_would_be_right() -> None:
    reading = read(one_of(LANGUAGE_LEVELS), "B3")
    assert isinstance(reading, Misread)
    assert reading.reason == "it that does not exist"
    assert "Alfa A, Alfa B, Alfa C, A0, A1-, A1, A2, B1, B2, C1, C2" in reading.right


def test_several_values_have_a_semicolon_between_them() -> None:
    assert read(several(a_sector), "Q; i;Q;") == ("Q", "I")
    assert read(several(an_isco_code), 7412.0) == ("7412",)


def test_one_wrong_value_among_several_is_an_error() -> None:
    assert reason(several(a_sector), "Q;Zorg") == "it is no NACE section"


def test_a_kvk_number_gets_back_the_zero_that_excel_ate() -> None:
    assert read(a_kvk_number, 8765432.0) == Noticed("08765432", "kvk_padded")
    assert read(a_kvk_number, "08765432") == "08765432"
    assert read(a_kvk_number, 34210987.0) == "34210987"


@pytest.mark.parametrize("cell", [876543.0, "123456789", "NL123"])
def test_a_kvk_number_has_eight_digits(cell: Cell) -> None:
    assert reason(a_kvk_number, cell) == "it has another number of digits"


@pytest.mark.parametrize(
    ("cell", "code"), [("5321", "5321"), (5321.0, "5321"), ("5", "5"), (11.0, "11"), ("0110", "0110")]
)
def test_an_isco_code_has_one_to_four_digits(cell: Cell, code: str) -> None:
    assert read(an_isco_code, cell) == code


def test_an_armed_forces_code_gets_its_zero_back() -> None:
    assert read(an_isco_code, 110.0) == Noticed("0110", "isco_padded")


@pytest.mark.parametrize("cell", ["kok", "53210", "53.21"])
def test_something_else_is_no_isco_code(cell: Cell) -> None:
    assert reason(an_isco_code, cell) == "it is no ISCO code"


@pytest.mark.parametrize(
    ("cell", "municipality"),
    [("gm0344", "GM0344"), ("UTRECHT ", "Utrecht"), ("'s-Hertogenbosch", "'s-Hertogenbosch")],
)
def test_a_municipality_is_a_code_or_a_name(cell: Cell, municipality: str) -> None:
    assert read(a_municipality, cell) == municipality


def test_a_municipality_code_has_four_digits() -> None:
    assert reason(a_municipality, "GM344") == "it is no GM code"


def test_an_email_address_is_kept_in_small_letters() -> None:
    assert read(an_email, " Selam.Haddad@Example.org ") == "selam.haddad@example.org"


@pytest.mark.parametrize("cell", ["selam", "selam@", "selam@example", "a@b.nl; c@d.nl", "@b.nl"])
def test_an_incomplete_email_address_is_an_error(cell: str) -> None:
    assert reason(an_email, cell) == "it is not complete"


def test_a_telephone_number_is_text() -> None:
    assert read(a_phone_number, "+31612345678") == "+31612345678"
    assert read(a_phone_number, 612345678.0) == Noticed("0612345678", "phone_padded")


def test_a_language_has_a_code() -> None:
    assert read(a_language_code, "TI") == "ti"
    assert reason(a_language_code, "Tigrinya") == "it is no language code"

"""Heads in any order and spelling; what is missing is refused, what is unknown reported."""

from __future__ import annotations

import datetime as dt

import pytest

from app.exchange.refusals import FileRefused
from app.exchange.workbook_file import open_workbook
from app.exchange.workbook_reading import ReadWorkbook, read_workbook
from tests.exchange.made_workbooks import Table, participant, tables, trajectory, xlsx, zipped

TODAY = dt.date(2026, 11, 21)


def read(sheets: dict[str, Table]) -> ReadWorkbook:
    return read_workbook(open_workbook(xlsx(sheets)), TODAY)


def a_file(**sheets: Table) -> dict[str, Table]:
    return {**tables(Deelnemers=[participant()], Trajecten=[trajectory()]), **sheets}


def refusal_of(sheets: dict[str, Table]) -> str:
    with pytest.raises(FileRefused) as refused:
        read(sheets)
    return str(refused.value.reason)


def test_heads_match_in_any_order_and_spelling() -> None:
    workbook = read(a_file(Deelnemers=[[" ACHTERNAAM", "voor naam", "nummer "], ["Haddad", "Selam", "D7"]]))
    (row,) = workbook.participants.rows
    assert row.content is not None
    assert (row.content.number, row.content.first_name, row.content.last_name) == ("D7", "Selam", "Haddad")


def test_a_title_above_the_heads_is_skipped() -> None:
    workbook = read(
        a_file(
            Deelnemers=[
                ["Overzicht 2023"],
                [],
                ["Nummer", "Voornaam", "Achternaam"],
                ["D1", "Selam", "Haddad"],
            ]
        )
    )
    assert [row.raw.number for row in workbook.participants.rows] == [4]


def test_empty_rows_between_are_skipped_and_the_row_numbers_stay_right() -> None:
    heads = ["Nummer", "Voornaam", "Achternaam"]
    workbook = read(
        a_file(Deelnemers=[heads, [], ["D1", "Selam", "Haddad"], [" ", None, ""], ["D2", "Omar", "Rahimi"]])
    )
    assert [row.raw.number for row in workbook.participants.rows] == [3, 5]


def test_unknown_columns_and_sheets_are_reported() -> None:
    workbook = read(
        a_file(
            Deelnemers=[
                ["Nummer", "Voornaam", "Achternaam", "Opmerking intern"],
                ["D1", "Selam", "Haddad", "…"],
            ],
            Grafieken=[["x"]],
        )
    )
    assert workbook.unknown_columns() == {"Deelnemers": ["Opmerking intern"]}
    assert workbook.unknown_sheets == ("Grafieken",)


def test_a_missing_required_column_is_refused_by_name() -> None:
    assert "Deelnemers has no column Achternaam" in refusal_of(
        a_file(Deelnemers=[["Nummer", "Voornaam"], ["D1", "Selam"]])
    )


def test_a_column_that_stands_there_twice_is_refused() -> None:
    heads = ["Nummer", "Voornaam", "Achternaam", "Nummer"]
    assert "Nummer more than once" in refusal_of(a_file(Deelnemers=[heads, ["D1", "Selam", "Haddad", "D2"]]))


def test_a_missing_sheet_is_refused_by_name() -> None:
    sheets = a_file()
    del sheets["Trajecten"]
    assert refusal_of(sheets) == "The file has no sheet Trajecten."


def test_a_workbook_without_participants_is_refused() -> None:
    assert refusal_of(tables()) == "Sheet Deelnemers holds no rows."


def test_sheets_that_are_not_required_may_be_absent() -> None:
    sheets = {name: rows for name, rows in a_file().items() if name in ("Deelnemers", "Trajecten")}
    assert read(sheets).contacts.rows == ()


def test_a_missing_cell_is_an_error_with_its_place() -> None:
    workbook = read(a_file(Deelnemers=[["Nummer", "Voornaam", "Achternaam"], ["D1", "Selam", " "]]))
    (problem,) = workbook.participants.rows[0].problems
    assert (problem.sheet, problem.row, problem.column) == ("Deelnemers", 2, "Achternaam")
    assert str(problem.reason) == "last name is missing"


def test_a_zip_of_csv_files_is_read_the_same() -> None:
    parts = {
        "Deelnemers.csv": "Nummer;Voornaam;Achternaam;Geboortedatum\r\nD1;Zoë;Haddad;31-12-1990\r\n",
        "Trajecten.csv": "Nummer;Deelnemer;Programma;Aangemeld op\r\nT1;D1;Leren en werken;2023-01-25\r\n",
    }
    workbook = read_workbook(open_workbook(zipped(parts)), TODAY)
    assert workbook.participants.rows[0].content is not None
    assert workbook.participants.rows[0].content.birth_date == dt.date(1990, 12, 31)
    assert workbook.trajectories.rows[0].content is not None

"""A file that can not be trusted or read is refused with one clear sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest

from app.exchange.refusals import FileRefused
from app.exchange.workbook_file import open_workbook
from app.exchange.zip_contents import LARGEST_UNPACKED
from tests.exchange.made_workbooks import completed, made_xlsx, participant, zipped


def refusal_of(content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        open_workbook(content)
    sentence = str(refused.value.reason)
    assert sentence.endswith(".")
    assert "%" not in sentence
    return sentence


def a_workbook() -> bytes:
    return made_xlsx(Deelnemers=[participant()], Trajecten=[completed()])


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with one part replaced."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    return zipped({**parts, name: part})


def test_a_workbook_gives_its_sheets_and_rows() -> None:
    sheets = {sheet.name: sheet for sheet in open_workbook(a_workbook())}
    assert [row.number for row in sheets["Deelnemers"].rows] == [1, 2]
    assert sheets["Deelnemers"].rows[1].cells[0] == "D1"


def test_an_empty_file_is_refused() -> None:
    assert "empty" in refusal_of(b"")


@pytest.mark.parametrize("content", [b"Nummer;Voornaam\nD1;Samir\n", b"%PDF-1.7 ...", b"\x00" * 500])
def test_a_file_of_another_kind_is_refused(content: bytes) -> None:
    assert "no Excel workbook" in refusal_of(content)


def test_an_old_or_locked_excel_file_is_refused_with_what_to_do() -> None:
    assert "Save it as .xlsx without a password" in refusal_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_workbook_is_refused(share: float) -> None:
    content = a_workbook()
    assert "damaged or incomplete" in refusal_of(content[: int(len(content) * share)])


def test_a_workbook_with_a_flipped_byte_in_a_sheet_is_refused() -> None:
    content = bytearray(a_workbook())
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    content[sheet.header_offset + 80] ^= 0xFF
    assert "damaged or incomplete" in refusal_of(bytes(content))


def test_a_workbook_with_broken_xml_is_refused() -> None:
    content = with_part(a_workbook(), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='1'>")
    assert "damaged or incomplete" in refusal_of(content)


def test_a_workbook_that_declares_entities_is_refused() -> None:
    xml = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    assert "damaged or incomplete" in refusal_of(with_part(a_workbook(), "xl/worksheets/sheet1.xml", xml))


def test_a_zip_without_sheets_is_refused() -> None:
    assert "no Excel workbook" in refusal_of(zipped({"readme.txt": "hello"}))


def test_an_open_document_spreadsheet_is_refused() -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
    assert "no Excel workbook" in refusal_of(zipped(parts))


def test_a_zip_bomb_that_says_how_large_it_is_is_refused() -> None:
    bomb = with_part(a_workbook(), "xl/worksheets/sheet9.xml", b" " * (LARGEST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    assert "once unpacked" in refusal_of(bomb)


def test_a_zip_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = zipped({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b" " * (LARGEST_UNPACKED + 1)})
    size = (LARGEST_UNPACKED + 1).to_bytes(4, "little")
    assert size in bomb
    refusal_of(bomb.replace(size, (1000).to_bytes(4, "little")))


def test_a_locked_part_is_refused() -> None:
    content = bytearray(zipped({"Deelnemers.csv": "Nummer"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal_of(bytes(content))


def test_a_part_that_stands_there_twice_is_refused() -> None:
    content = zipped({"Deelnemers.csv": "Nummer", "Trajecten1.csv": "Nummer"})
    assert "damaged" in refusal_of(content.replace(b"Trajecten1.csv", b"Deelnemers.csv"))


def test_200_000_empty_rows_below_the_data_are_refused() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(1, 200_001))
    xml = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    sentence = refusal_of(with_part(a_workbook(), "xl/worksheets/sheet1.xml", xml))
    assert "more than 100,000 rows" in sentence
    assert "empty" in sentence


def test_a_cell_far_below_the_data_is_refused() -> None:
    workbook = openpyxl.load_workbook(BytesIO(a_workbook()))
    workbook["Deelnemers"]["A200001"] = "x"
    target = BytesIO()
    workbook.save(target)
    assert "more than 100,000 rows" in refusal_of(target.getvalue())


def test_formatting_far_below_the_data_does_no_harm() -> None:
    """LibreOffice leaves one empty, formatted row at the very end of a sheet."""
    workbook = openpyxl.load_workbook(BytesIO(a_workbook()))
    workbook["Deelnemers"].row_dimensions[1_048_576].height = 20
    target = BytesIO()
    workbook.save(target)
    assert len(open_workbook(target.getvalue())[0].rows) == 2


def test_a_cell_far_to_the_right_is_refused() -> None:
    xml = b'<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    assert "columns" in refusal_of(with_part(a_workbook(), "xl/worksheets/sheet1.xml", xml))


def test_one_long_text_shared_by_many_cells_is_refused() -> None:
    shared = b"<sst><si><t>" + b"a" * 30_000 + b"</t></si></sst>"
    cells = b"".join(b'<row><c t="s"><v>0</v></c></row>' for _ in range(10_000))
    content = with_part(a_workbook(), "xl/sharedStrings.xml", shared)
    content = with_part(
        content,
        "xl/worksheets/sheet1.xml",
        b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>",
    )
    assert "more text than we read" in refusal_of(content)


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_zip_with_csv_files_gives_the_same_sheets(delimiter: str, encoding: str) -> None:
    text = delimiter.join(["Nummer", "Voornaam", "Achternaam"]) + "\r\n" + delimiter.join(["D1", "Zoë", "Renée"])
    content = zipped(
        {
            "export/Deelnemers.csv": text.encode(encoding),
            "__MACOSX/export/._Deelnemers.csv": b"\x00\x05",
        }
    )
    (sheet,) = open_workbook(content)
    assert sheet.name == "Deelnemers"
    assert sheet.rows[1].cells == ("D1", "Zoë", "Renée")


def test_a_csv_with_200_000_empty_rows_is_refused() -> None:
    assert "more than 100,000 rows" in refusal_of(zipped({"Deelnemers.csv": "Nummer;Voornaam\n" + ";\n" * 200_000}))


@pytest.mark.parametrize("content", [b";" * 5_000_000, b"a" * 5_000_000])
def test_a_csv_of_one_endless_row_is_refused(content: bytes) -> None:
    assert "table" in refusal_of(zipped({"Deelnemers.csv": content}))

"""The file handed back with the verdicts."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from app.exchange.verdict_workbook import verdict_workbook
from app.exchange.verdicts import ImportReport, Notices, Verdict, VerdictKind
from app.exchange.workbook_file import open_workbook
from app.exchange.workbook_parts import SheetName
from app.rules.sentence import Sentence
from tests.exchange.made_workbooks import HEADS, made_xlsx, participant, xlsx


def handed_back(content: bytes, *verdicts: Verdict) -> openpyxl.Workbook:
    report = ImportReport(verdicts, 1, 0, {}, Notices({}))
    return openpyxl.load_workbook(BytesIO(verdict_workbook(open_workbook(content), report)))


def test_each_row_has_its_verdict_and_reason_in_two_columns_added() -> None:
    skipped = Verdict(SheetName.PARTICIPANTS, 2, VerdictKind.SKIP, Sentence("the same as row %(row)s", row="1"))
    sheet = handed_back(made_xlsx(Deelnemers=[participant()]), skipped)["Deelnemers"]
    width = len(HEADS["Deelnemers"])
    assert [cell.value for cell in sheet[1]][width:] == ["Verdict", "Reason"]
    assert [cell.value for cell in sheet[2]][width:] == ["skipped", "the same as row 1"]


def test_the_added_heads_stand_beside_the_heads_below_a_title() -> None:
    rows = [["Overzicht"], HEADS["Deelnemers"], ["D1", "Selam", "Haddad"]]
    created = Verdict(SheetName.PARTICIPANTS, 3, VerdictKind.CREATE)
    sheet = handed_back(xlsx({"Deelnemers": rows}), created)["Deelnemers"]
    assert sheet.cell(2, len(HEADS["Deelnemers"]) + 1).value == "Verdict"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    content = made_xlsx(Deelnemers=[participant(Achternaam='=HYPERLINK("http://example.org";"klik")')])
    cell = handed_back(content)["Deelnemers"]["C2"]
    assert cell.data_type == "s"
    assert cell.value == '=HYPERLINK("http://example.org";"klik")'

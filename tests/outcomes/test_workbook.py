"""A report as a workbook: numbers, the long table, and what every metric means."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from typing import Any

import openpyxl

from app.language import Language, say
from app.outcomes.cross_table import Group
from app.outcomes.formats import AnyRow
from app.outcomes.workbook.report_workbook import report_workbook
from app.outcomes.workbook.words import WorkbookWords
from app.rules.disclosure import publish
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.sentence import Sentence

KNOWN_AT = datetime(2024, 7, 1, 12, tzinfo=UTC)
CODE = "retention_6_months_in_work"


def row(group: dict[str, str | None], **counts: int) -> OutcomeRow:
    return outcome_row(
        metric=CODE,
        version=1,
        group=group,
        counts=StateCounts(**counts),
        as_of=date(2024, 6, 30),
        known_at=KNOWN_AT,
    )


EXACT = [row({}, yes=60, no=30, unanswered=10), row({"cohort": "=1+1"}, yes=60, no=30, unanswered=10)]


def named(group: Group) -> str:
    return ", ".join(value or "" for value in group.values()) or "Everyone"


def written(rows: list[AnyRow], language: Language = Language.ENGLISH) -> bytes:
    return report_workbook(
        rows,
        about=[(Sentence("Reference date"), "30 June 2024")],
        words=WorkbookWords(
            language=language,
            put=partial(say, language=language),
            group=named,
        ),
        known_at=KNOWN_AT,
    )


def read(content: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return {sheet.title: [[cell.value for cell in line] for line in sheet.iter_rows()] for sheet in book}


def test_the_numbers_stand_per_metric_and_group() -> None:
    sheets = read(written([*EXACT]))
    assert list(sheets) == ["About this report", "Numbers", "Long table", "Definitions"]
    assert sheets["About this report"] == [["Reference date", "30 June 2024"]]
    heads, everyone, _ = sheets["Numbers"]
    told = dict(zip(heads, everyone, strict=True))
    assert (told["Metric"], told["Group"], told["All"], told["Yes"]) == ("In work after 6 months", "Everyone", 100, 60)
    assert (told["Lower bound"], told["Upper bound"]) == (0.6, 0.7)


def test_the_long_table_has_the_same_lines_as_the_csv() -> None:
    lines = read(written([*EXACT]))["Long table"]
    assert lines[0] == ["metric", "group", "state", "value"]
    assert [CODE, None, "unanswered", 10] in [[cell or None for cell in line] for line in lines]


def test_every_metric_is_defined_once_also_in_dutch() -> None:
    lines = read(written([*EXACT], Language.DUTCH))["Definities"]
    told = {line[3]: line[4] for line in lines[1:]}
    assert told["De vraag"].startswith("Had deze persoon betaald werk 6 maanden na de start")
    assert told["We tellen vanaf"] == "De start van de eerste betaalde baan"
    assert "Waarom dit cijfer?" in told
    assert len(lines) - 1 == len(told)


def test_what_is_withheld_says_so_and_a_text_is_never_a_formula() -> None:
    sheets = read(written(list(publish([row({}, yes=60, no=3, unanswered=20)]))))
    heads, everyone = sheets["Numbers"]
    assert dict(zip(heads, everyone, strict=True))["No"] == "withheld"
    book = openpyxl.load_workbook(BytesIO(written([*EXACT])))
    group = next(cell for line in book["Numbers"] for cell in line if cell.value == "=1+1")
    assert group.data_type == "s" or group.quotePrefix


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written([*EXACT]) == written([*EXACT])

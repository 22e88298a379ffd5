"""Workbooks made for a test: mention only what the test is about, the rest is filled in."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl

from app.exchange import workbook_layout as layout

PROGRAMME = "Leren en werken"
SHEETS = (
    layout.PARTICIPANTS,
    layout.TRAJECTORIES,
    layout.LANGUAGE_MEASUREMENTS,
    layout.CONTACTS,
    layout.PLACEMENTS,
    layout.OBSERVATIONS,
    layout.FOLLOW_UPS,
    layout.RATINGS,
)
HEADS = {sheet.name.value: [column.head for column in sheet.columns] for sheet in SHEETS}

Row = Mapping[str, object]
Table = Sequence[Sequence[object]]


def participant(number: str = "D1", /, **cells: object) -> Row:
    """A row of Deelnemers."""
    return {"Nummer": number, "Voornaam": f"Voornaam{number}", "Achternaam": f"Achternaam{number}", **cells}


def trajectory(number: str = "T1", of: str = "D1", /, **cells: object) -> Row:
    """A row of Trajecten: registered on 25 January 2023 in the programme of the tests."""
    return {
        "Nummer": number,
        "Deelnemer": of,
        "Programma": PROGRAMME,
        "Aangemeld op": dt.date(2023, 1, 25),
        **cells,
    }


def completed(number: str = "T1", of: str = "D1", /, **cells: object) -> Row:
    """A row of Trajecten of somebody who was admitted, started and completed the programme in 2023."""
    return trajectory(
        number,
        of,
        **{
            "Lichting": "1",
            "Gescreend op": dt.date(2023, 2, 14),
            "Besluit": "toegelaten",
            "Gestart op": dt.date(2023, 3, 6),
            "Beëindigd op": dt.date(2023, 12, 15),
            "Afloop": "voltooid",
            **cells,
        },
    )


def placement(number: str = "P1", of: str = "T1", /, **cells: object) -> Row:
    """A row of Plaatsingen: a regular job from 1 August 2023."""
    return {
        "Nummer": number,
        "Traject": of,
        "Werkgever": "Schoonmaak Helder",
        "KvK": "08765432",
        "Soort": "reguliere baan",
        "Start": dt.date(2023, 8, 1),
        **cells,
    }


def observation(of: str = "T1", /, **cells: object) -> Row:
    """A row of Waarnemingen: the employer says on 20 February 2024 that somebody works."""
    return {
        "Traject": of,
        "Datum": dt.date(2024, 2, 20),
        "Betaald werk": "ja",
        "Bron": "werkgever",
        **cells,
    }


def contact(of: str = "T1", /, **cells: object) -> Row:
    """A row of Contacten."""
    return {"Traject": of, "Datum": dt.date(2023, 4, 3), "Soort": "voortgang", "Minuten": 30, **cells}


def language(of: str = "T1", /, **cells: object) -> Row:
    """A row of Taalmetingen."""
    return {"Traject": of, "Datum": dt.date(2023, 3, 6), "Vaardigheid": "lezen", "Niveau": "A2", **cells}


def rating(of: str = "T1", /, **cells: object) -> Row:
    """A row of Beoordelingen."""
    return {
        "Traject": of,
        "Datum": dt.date(2023, 12, 1),
        "Door": "deelnemer",
        "Over": "begeleiding",
        "Score": 4,
        **cells,
    }


def tables(**rows: Sequence[Row]) -> dict[str, Table]:
    """Sheets with heads from rows by head, as in ``tables(Deelnemers=[participant()])``."""
    return {
        name: [heads, *([row.get(head) for head in heads] for row in rows.get(name, ()))]
        for name, heads in HEADS.items()
    }


def xlsx(sheets: Mapping[str, Table]) -> bytes:
    """An Excel file with these sheets. Text that looks like a formula is kept as text."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        worksheet = workbook.create_sheet(name)
        for row_number, row in enumerate(rows, start=1):
            for column_number, value in enumerate(row, start=1):
                cell = worksheet.cell(row_number, column_number, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    return _saved(workbook)


def _saved(workbook: openpyxl.Workbook) -> bytes:
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def made_xlsx(**rows: Sequence[Row]) -> bytes:
    """An Excel file from rows by head."""
    return xlsx(tables(**rows))


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip with these files."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()

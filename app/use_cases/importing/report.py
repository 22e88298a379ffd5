"""The report on a file: a verdict for every row, and what was noticed on the way."""

from __future__ import annotations

from collections import Counter

from app.exchange.dossiers import Dossier
from app.exchange.read_file import ReadFile
from app.exchange.row_contents import PlacementContent
from app.exchange.verdicts import ImportReport, Notices, verdicts_on
from app.queries.known_to_import import Known
from app.rules.probable_duplicates import KnownPerson, probable_duplicates
from app.use_cases.importing.people import municipality
from app.use_cases.importing.plan import Plan


def report_on(file: ReadFile, plan: Plan, created: list[str], *, written: bool) -> ImportReport:
    """The report on a plan; ``created`` are the names of programmes that were made for the file."""
    dossiers = file.dossiers
    left_out = {dossier.number: dossier.problems[0].reason for dossier in dossiers if dossier.problems}
    read = len(dossiers.by_number)
    return ImportReport(
        verdicts=tuple(verdicts_on(dossiers, plan.verdicts, plan.skipped)),
        participants_read=read,
        participants_in=read - len(left_out),
        left_out=left_out,
        notices=_notices(file, plan.known, created),
        written=written,
    )


def _notices(file: ReadFile, known: Known, created: list[str]) -> Notices:
    rows = [row for sheet in file.workbook.sheets() for row in sheet.rows]
    return Notices(
        mended=Counter(notice for row in rows for notice in row.notices),
        probable_duplicates=tuple(_duplicates(list(file.dossiers), known)),
        orphan_rows=Counter(row.sheet.name.value for row, _ in file.dossiers.orphans),
        repeated_rows=Counter(row.sheet.name.value for row, _ in file.dossiers.repeats),
        unknown_columns=file.workbook.unknown_columns(),
        unknown_sheets=file.workbook.unknown_sheets,
        unknown_municipalities=_unknown_municipalities(file, known),
        programmes_created=tuple(created),
        contacts_out_of_reach=sum(_names_nobody_to_ask(row.content) for row in file.workbook.placements.rows),
    )


def _names_nobody_to_ask(said: PlacementContent | None) -> bool:
    """Whether a row names a contact person, but not how to reach them."""
    return said is not None and bool(said.contact_name and not said.contact_email and not said.contact_phone)


def _duplicates(dossiers: list[Dossier], known: Known) -> list[tuple[str, str]]:
    """Pairs of which at least one is in the file."""
    ours = [dossier.participant.content for dossier in dossiers if dossier.participant.content]
    people = [KnownPerson(one.number, f"{one.first_name} {one.last_name}", one.birth_date, one.email) for one in ours]
    numbers = {one.number for one in ours}
    return [pair for pair in probable_duplicates([*people, *known.people_alike]) if numbers & set(pair)]


def _unknown_municipalities(file: ReadFile, known: Known) -> tuple[str, ...]:
    """Names that the installation's list of municipalities does not hold; they are kept as written."""
    written = {row.content.municipality for row in file.workbook.participants.rows if row.content}
    return tuple(sorted(name for name in written if name and municipality(known, name)[0] is None))

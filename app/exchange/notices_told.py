"""What was mended or noticed in a file, in sentences. Probable duplicates are shown apart: somebody has to look."""

from __future__ import annotations

from collections.abc import Iterator

from app.exchange.code_cells import ISCO_PADDED, KVK_PADDED, PHONE_PADDED
from app.exchange.verdicts import Notices
from app.rules.sentence import Sentence


def notices_told(notices: Notices) -> list[Sentence]:
    """The notices of a report, the most telling first."""
    return [*_mended(notices), *_rows(notices), *_unknown(notices)]


def _mended(notices: Notices) -> Iterator[Sentence]:
    if count := notices.mended.get(KVK_PADDED):
        yield Sentence("%(count)s KvK numbers got back the zero in front that Excel had dropped.", count=count)
    if count := notices.mended.get(ISCO_PADDED):
        yield Sentence("%(count)s ISCO codes got back the zero in front.", count=count)
    if count := notices.mended.get(PHONE_PADDED):
        yield Sentence("%(count)s telephone numbers got back the zero in front.", count=count)


def _rows(notices: Notices) -> Iterator[Sentence]:
    for sheet, count in notices.orphan_rows.items():
        yield Sentence(
            "%(sheet)s: %(count)s rows are about something that is not in the file.", sheet=sheet, count=count
        )
    if count := notices.contacts_out_of_reach:
        yield Sentence(
            "%(count)s contact persons have neither an e-mail address nor a telephone number. We did not keep them.",
            count=count,
        )
    for sheet, count in notices.repeated_rows.items():
        yield Sentence("%(sheet)s: %(count)s rows stand there twice.", sheet=sheet, count=count)


def _unknown(notices: Notices) -> Iterator[Sentence]:
    for sheet, columns in notices.unknown_columns.items():
        yield Sentence(
            "%(sheet)s: we do not know the columns %(columns)s. We did not read them.",
            sheet=sheet,
            columns=", ".join(columns),
        )
    if notices.unknown_sheets:
        sheets = ", ".join(notices.unknown_sheets)
        yield Sentence("We do not know the sheets %(sheets)s. We did not read them.", sheets=sheets)
    if notices.unknown_municipalities:
        names = ", ".join(notices.unknown_municipalities)
        yield Sentence("We have no code for the municipalities %(names)s. We keep their names.", names=names)
    if notices.programmes_created:
        names = ", ".join(notices.programmes_created)
        yield Sentence("Programmes made for this file: %(names)s.", names=names)

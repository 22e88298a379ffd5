"""How large the sheets of an .xlsx really are, before they are laid out in memory.

The workbook reader lays a sheet out as a full rectangle, so one cell in the far corner, or one long text
that many cells share, would cost gigabytes. This counts first, in one pass over the XML.
"""

from __future__ import annotations

from xml.parsers import expat

from app.exchange.refusals import FileRefused
from app.exchange.zip_contents import DAMAGED, LARGEST_UNPACKED
from app.rules.sentence import Sentence

MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELLS = 4_000_000
LONGEST_TEXT = 32_767  # what Excel itself lets one cell hold

TOO_MANY_ROWS = Sentence(
    "A sheet of the file has more than %(limit)s rows, empty ones included. "
    "Delete the empty rows below your data, save the file and choose it again.",
    limit=f"{MOST_ROWS:,}",
)
TOO_WIDE = Sentence("A sheet of the file has more than %(limit)s columns.", limit=str(MOST_COLUMNS))
TOO_MUCH_TEXT = Sentence("The cells of the file hold more text than we read.")


def refuse_oversized_sheets(parts: dict[str, bytes]) -> None:
    """Raise FileRefused when a sheet has too many rows, columns, cells or too much text."""
    shared = _TextLengths()
    _parse("xl/sharedStrings.xml", parts.get("xl/sharedStrings.xml", b"<sst/>"), shared)
    for name, xml in parts.items():
        if xml.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"<", b"\xff", b"\xfe"):
            _parse(name, xml, _Extent(shared.lengths))


class _TextLengths:
    """Collects the length of each shared text."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        if _local(tag) == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)
            if self.lengths[-1] > LONGEST_TEXT:
                raise FileRefused(TOO_MUCH_TEXT)


class _Extent:
    """Follows rows and cells of one sheet and refuses as soon as a limit is passed."""

    def __init__(self, shared_lengths: list[int]) -> None:
        self.shared_lengths = shared_lengths
        self.rows_written = 0
        self.row = 0
        self.column = 0
        self.last_row = 0
        self.last_column = 0
        self.shared = False
        self.text_length = 0
        self.in_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = _local(tag)
        if kind == "row":
            self.rows_written += 1
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
            if self.rows_written > MOST_ROWS:
                raise FileRefused(TOO_MANY_ROWS)
        elif kind == "c":
            self._move_to(attributes.get("r"))
            self.shared = attributes.get("t") == "s"
        elif kind in ("v", "is", "f"):
            self._hold_content()
        self.in_value = kind == "v"

    def text(self, text: str) -> None:
        if self.in_value and self.shared and text.isascii() and text.isdigit():
            place = int(text)
            if place < len(self.shared_lengths):
                self.text_length += self.shared_lengths[place]
                if self.text_length > LARGEST_UNPACKED:
                    raise FileRefused(TOO_MUCH_TEXT)

    def _move_to(self, reference: str | None) -> None:
        if reference is None:
            self.column += 1
            return
        letters = reference.rstrip("0123456789")
        self.column = 0
        for letter in letters.upper():
            self.column = self.column * 26 + ord(letter) - 64
        self.row = int(reference[len(letters) :])

    def _hold_content(self) -> None:
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        if self.last_row > MOST_ROWS:
            raise FileRefused(TOO_MANY_ROWS)
        if self.last_column > MOST_COLUMNS:
            raise FileRefused(TOO_WIDE)
        if self.last_row * self.last_column > MOST_CELLS:
            raise FileRefused(TOO_MANY_ROWS)


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _parse(name: str, xml: bytes, follower: _TextLengths | _Extent) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = follower.start
    parser.CharacterDataHandler = follower.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        if name.endswith(".xml"):
            raise FileRefused(DAMAGED) from error


def _refuse_doctype(*_declaration: object) -> None:
    """A workbook never declares entities; a file that does is after something else."""
    raise FileRefused(DAMAGED)

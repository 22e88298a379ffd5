"""A zip file unpacked within limits, so that a small file can not fill the memory."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from app.exchange.refusals import FileRefused
from app.rules.sentence import Sentence

MEGABYTE = 1024 * 1024
LARGEST_UNPACKED = 128 * MEGABYTE
MOST_PARTS = 1_000

DAMAGED = Sentence("The file is damaged or incomplete. Save it again and choose the new file.")
TOO_LARGE = Sentence(
    "The file is larger than %(limit)s megabytes once unpacked, more than we read.",
    limit=str(LARGEST_UNPACKED // MEGABYTE),
)
LOCKED = Sentence("The file has a password. Save it without a password and choose it again.")


def unpack(content: bytes) -> dict[str, bytes]:
    """The parts of a zip by name. Raises FileRefused when it is damaged, locked or too large.

    The declared sizes are checked before anything is unpacked; the real ones while unpacking, because
    a made-up declaration is the trick of a zip bomb.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            _refuse_by_declaration(parts)
            return _read_all(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise FileRefused(DAMAGED) from error


def _refuse_by_declaration(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 0x1 for part in parts):
        raise FileRefused(LOCKED)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise FileRefused(TOO_LARGE)
    if len({part.filename for part in parts}) < len(parts):
        # Two parts of one name: what we check and what the workbook reader opens could differ.
        raise FileRefused(DAMAGED)


def _read_all(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    unpacked: dict[str, bytes] = {}
    room = LARGEST_UNPACKED
    for part in parts:
        with archive.open(part) as stream:
            text = stream.read(room + 1)
            if len(text) > room or stream.read(1):
                raise FileRefused(TOO_LARGE)
        room -= len(text)
        unpacked[part.filename] = text
    return unpacked

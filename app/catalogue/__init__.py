"""The built-in catalogue: the programmes that the sources describe, one readable file each in `programmes/`.

A file is named after the row of the programme in the overview and its key: `02-liander-en-stedin.toml`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from app.catalogue.entry import CatalogueProgramme

PROGRAMMES = Path(__file__).parent / "programmes"


@cache
def catalogue() -> Mapping[str, CatalogueProgramme]:
    """The programmes by their key, in the order of the overview; read once.

    Raises pydantic's ValidationError when a file holds something else than a programme.
    """
    entries = [_read(file) for file in sorted(PROGRAMMES.glob("*.toml"))]
    return {entry.key: entry for entry in entries}


def _read(file: Path) -> CatalogueProgramme:
    number, _, key = file.stem.partition("-")
    return CatalogueProgramme.model_validate({**tomllib.loads(file.read_text()), "key": key, "number": int(number)})

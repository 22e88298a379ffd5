"""`make mutations`: plants each fault in a copy and runs the tests that must see it. Writes docs/mutations.md.

The exit code is 1 when a fault was not caught, or no longer fits the source. With words, only faults that have them in
what they are: `make mutations ARGS="employer"`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from app.embedded import start
from tests.mutations.faults import FAULTS, REPORT, Fault
from tests.mutations.warm import run_tests

CHECKOUT = Path(__file__).resolve().parents[2]
TABLE = CHECKOUT / "docs" / "mutations.md"
PARTS = ("app", "alembic", "tests", "docs", "pyproject.toml")
FEWER_LIVES = ("tests/outcomes/test_three_judges_agree.py", "LIVES_PER_SEED = 4_000", "LIVES_PER_SEED = 500")
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
HEAD = """# Planted faults

Each of these faults was planted in a copy of the program, one at a time, and the tests nearest to it were run: every
one is caught. `make mutations` does it again and writes this table.

| fault | in | caught by |
|---|---|---|
"""


@dataclass(frozen=True)
class Caught:
    """A fault, and the first test that saw it; None when no test did."""

    fault: Fault
    by: str | None


class NoLongerFitsError(Exception):
    """The source has changed: bring tests/mutations/faults.py up to date."""


def main(words: list[str]) -> int:
    """Plant every fault that is asked for. Returns the exit code."""
    asked = [fault for fault in FAULTS if all(word in fault.what for word in words)]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = start(Path(folder) / "postgresql")
        os.environ["TEST_DATABASE_URL"] = server.get_uri(driver="psycopg")
        copy = Path(folder) / "copy"
        for part in PARTS:
            source = CHECKOUT / part
            if source.is_dir():
                copytree(source, copy / part, ignore=ignore_patterns("__pycache__"))
            else:
                (copy / part).write_bytes(source.read_bytes())
        change(copy, *FEWER_LIVES)
        if run(copy, "", REPORT)[0] != 0:
            sys.exit("Without any fault the tests should pass, and do not.")
        found = [plant(copy, fault) for fault in asked]
        server._cleanup()
    missed = [caught.fault.what for caught in found if caught.by is None]
    if not words and not missed:
        TABLE.write_text(HEAD + "".join(line(caught) for caught in found))
    print(f"{len(found) - len(missed)} of {len(found)} caught.", *missed, sep="\n")
    return bool(missed)


def plant(copy: Path, fault: Fault) -> Caught:
    """Change the copy, run the tests, and take the change back."""
    began = time.monotonic()
    try:
        before = change(copy, fault.file, fault.right, fault.wrong)
    except NoLongerFitsError as reason:
        print(f"       {fault.what}: NO LONGER FITS, {reason}", flush=True)
        return Caught(fault, None)
    try:
        code, said = run(copy, fault.file, fault.tests)
    finally:
        (copy / fault.file).write_text(before)
    seen = FAILED.search(said) if code == 1 else None
    by = seen.group(1).rpartition("/")[2] if seen else None
    print(f"{time.monotonic() - began:4.0f} s  {fault.what}: {by or 'NOT CAUGHT'}", flush=True)
    if code not in (0, 1):
        print(said[-2000:], flush=True)
    return Caught(fault, by)


def run(copy: Path, file: str, tests: Sequence[str]) -> tuple[int, str]:
    """Run tests in the copy, up to the first that fails. Returns the exit code and what was said."""
    arguments = ["-x", "-q", "-n0", "-p", "no:cacheprovider", *tests]
    if file.startswith("app/outcomes/"):
        return run_tests(copy, ["-p", "tests.mutations.same_template", *arguments])
    told = subprocess.run(
        [sys.executable, "-B", "-m", "pytest", *arguments], cwd=copy, capture_output=True, text=True, check=False
    )
    return told.returncode, told.stdout


def change(copy: Path, file: str, right: str, wrong: str) -> str:
    """Put the wrong text in the place of the right one. Returns the file as it was."""
    path = copy / file
    before = path.read_text()
    if before.count(right) != 1:
        raise NoLongerFitsError(f"{file} has “{right}” {before.count(right)} times")
    path.write_text(before.replace(right, wrong))
    return before


def line(caught: Caught) -> str:
    """A row of the table."""
    test = (caught.by or "").partition("[")[0].replace("::", " · ")
    return f"| {caught.fault.what} | {Path(caught.fault.file).name} | {test} |\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

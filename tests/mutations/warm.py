"""Runs tests against a copy of the program in a fork of a process that has the slow imports behind it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

import app.main

FRESH = ("app.outcomes", "tests")
"""What is imported anew from the copy: faults are in the SQL. A fault in a rule needs a process of its own."""

IMPORTED_BEFORE = ("-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning")
OUT_OF_ORDER = 3

assert app.main


def run_tests(copy: Path, arguments: Sequence[str]) -> tuple[int, str]:
    """Run pytest in the copy. Returns its exit code and what it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        said = io.StringIO()
        code = OUT_OF_ORDER
        try:
            with redirect_stdout(said):
                code = _pytest(copy, arguments)
            with os.fdopen(writer, "w") as told:
                told.write(said.getvalue())
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as told:
        output = told.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), output


def _pytest(copy: Path, arguments: Sequence[str]) -> int:
    os.chdir(copy)
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(copy))
    for name in [name for name in sys.modules if name.startswith(FRESH)]:
        del sys.modules[name]
    app.__path__.insert(0, str(copy / "app"))
    import pytest

    return int(pytest.main([*IMPORTED_BEFORE, *arguments]))

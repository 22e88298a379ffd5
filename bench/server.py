"""The program as a process of its own, for as long as a benchmark takes."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")


@contextmanager
def server() -> Iterator[int]:
    """The port of a server on this machine; it is ended afterwards."""
    command = [sys.executable, "-m", "app.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            told = ADDRESS.search(process.stdout.readline()) if process.stdout else None
            if told is None:
                raise RuntimeError("The server did not start.")
            yield int(told.group(1))
        finally:
            process.terminate()

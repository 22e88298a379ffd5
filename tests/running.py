"""The program as a process of its own, the way people start it."""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

ADDRESS = re.compile(r"Bestendig is at (http://\S+)")


def environment(folder: Path) -> dict[str, str]:
    """The environment of somebody who chose only where the data go."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BESTENDIG_", "DATABASE_"))}
    return {**kept, "BESTENDIG_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"}


@dataclass(slots=True)
class Running:
    """A program that has said where it is."""

    process: subprocess.Popen[str]
    address: str
    folder: Path
    said: str

    @property
    def database_process(self) -> psutil.Process:
        """The PostgreSQL behind it."""
        return psutil.Process(int((self.folder / "postgresql" / "postmaster.pid").read_text().splitlines()[0]))

    def connect(self) -> psycopg.Connection:
        """A connection to its database."""
        socket = (self.folder / "postgresql" / "postmaster.pid").read_text().splitlines()[4]
        return psycopg.connect(host=socket, user="postgres", dbname="bestendig", autocommit=True)

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """Send a signal; answers the exit code and what was said after it."""
        self.process.send_signal(how)
        rest, _ = self.process.communicate(timeout=30)
        return self.process.returncode, rest


@contextmanager
def running(folder: Path, *command: str) -> Iterator[Running]:
    """Start `bestendig …` and wait until it says its address; killed at the end if it still runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "app.cli", *command],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        said = ""
        try:
            for line in process.stdout:
                said += line
                if not line.strip() and ADDRESS.search(said):
                    break
            found = ADDRESS.search(said)
            assert found, said
            yield Running(process, found.group(1), folder, said)
        finally:
            if process.poll() is None:
                process.kill()


@contextmanager
def data_folder() -> Iterator[Path]:
    """A folder for data; a PostgreSQL that a killed program left behind in it is ended.

    It is not one of pytest's: another run of pytest closes those to all users but its own, and as root the
    built-in PostgreSQL runs as another user.
    """
    with tempfile.TemporaryDirectory(prefix="bestendig-test-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
        for trace in Path(folder).glob("**/postmaster.pid"):
            left = psutil.Process(int(trace.read_text().splitlines()[0]))
            left.send_signal(signal.SIGQUIT)
            left.wait(30)

"""`bestendig worker`: beside a server on a PostgreSQL of one's own."""

import json
import os
import signal
import subprocess
import sys
import time

import psycopg
from sqlalchemy.engine import URL
from typer.testing import CliRunner

from app.cli import program
from app.rules.background_work import PERIODIC, Task

COMMAND = [sys.executable, "-m", "app.cli", "worker"]
PATIENCE_SECONDS = 60


def environment(database: URL) -> dict[str, str]:
    """The environment of somebody who has a PostgreSQL."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BESTENDIG_")}
    address = database.set(drivername="postgresql").render_as_string(hide_password=False)
    return {**kept, "DATABASE_URL": address, "PYTHONUNBUFFERED": "1"}


def done(database: URL) -> set[str]:
    """The tasks that have been done."""
    address = database.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        return {row[0] for row in connection.execute("select task from periodic_run where finished_at is not null")}


def test_once_does_everything_and_says_what_it_came_to(own_database: URL) -> None:
    told = CliRunner().invoke(program, ["worker", "--once", "--json"])
    assert json.loads(told.stdout)[Task.MOVE_FOLLOW_UPS_ON] == {"opened": 0, "closed": 0}
    assert done(own_database) == {work.task for work in PERIODIC}


def test_it_works_until_it_is_asked_to_stop(own_database: URL) -> None:
    with subprocess.Popen(
        COMMAND, env=environment(own_database), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "The worker works (Ctrl-C stops it).\n"
            give_up_at = time.monotonic() + PATIENCE_SECONDS
            while not done(own_database) and time.monotonic() < give_up_at:
                time.sleep(0.1)
            process.send_signal(signal.SIGTERM)
            rest, _ = process.communicate(timeout=PATIENCE_SECONDS)
        finally:
            process.kill()
    assert (process.returncode, rest) == (0, "")
    assert done(own_database)

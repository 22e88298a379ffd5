"""`bestendig serve` and `bestendig demo`: started, ended, killed and started again."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import pytest

from app.cli.web_server import ask_for_a_port
from app.demo.sign_ins import SIGN_INS
from tests.running import Running, data_folder, environment, running

LINK_OF_AN_EMPLOYER = re.compile(r"http://\S+/confirm/\S+")


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the data go; whatever still runs there is ended."""
    with data_folder() as folder:
        yield folder


DEMO = ("demo", "--port", "0", "--people", "40")
"""A small demo on a port that is free."""


@dataclass(frozen=True)
class Filled:
    """A demo that was filled and ended, what it said, and how many participants it had."""

    folder: Path
    said: str
    people: int


@pytest.fixture(scope="session")
def filled() -> Iterator[Filled]:
    """A demo made once; tests go on with a copy."""
    with data_folder() as folder:
        with running(folder, *DEMO) as server:
            made = Filled(folder, server.said, people_in(server))
            assert server.end(signal.SIGINT) == (0, "")
        yield made


@pytest.fixture
def demo(filled: Filled, folder: Path) -> Path:
    """The folder of a demo that was filled before."""
    copy(filled.folder, folder)
    return folder


def copy(source: Path, target: Path) -> None:
    """Copy data; as root, the files stay those of the user that PostgreSQL runs as."""
    subprocess.run(["cp", "-a", f"{source}/.", target], check=True)


def alive(process: psutil.Process) -> bool:
    """Whether a process still does something; one that ended may wait for its parent to notice."""
    return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)


def people_in(server: Running) -> int:
    """How many participants there are."""
    with server.connect() as connection:
        row = connection.execute("select count(*) from participant").fetchone()
    assert row is not None
    return int(row[0])


def test_a_first_start_that_was_cut_short_is_done_over_and_ending_it_says_nothing_and_stops_the_database(
    folder: Path,
) -> None:
    half_made = folder / "postgresql.making"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n")
    with running(folder, "serve", "--port", "0") as server:
        assert httpx.get(server.address, follow_redirects=False).status_code < 500
        database = server.database_process
        code, rest = server.end(signal.SIGTERM)
    assert (code, rest.strip()) == (0, "")
    assert not alive(database)
    assert not half_made.exists()


def test_the_body_of_an_answer_does_not_wait_for_the_reader_to_confirm_its_head() -> None:
    with ask_for_a_port("127.0.0.1", 0) as listening, socket.create_connection(listening.socket.getsockname()):
        accepted, _ = listening.socket.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_that_is_taken_is_told_in_a_sentence(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for command in ("serve", "demo"):
            refused = subprocess.run(
                [sys.executable, "-m", "app.cli", command, "--port", str(port)],
                env=environment(folder),
                capture_output=True,
                text=True,
            )
            assert refused.returncode == 1
            assert refused.stderr == f"Port {port} is in use by another program. Choose another one with --port.\n"


def test_the_demo_tells_sign_ins_and_a_link_for_an_employer_and_keeps_its_data_for_the_next_time(
    filled: Filled, demo: Path
) -> None:
    with running(demo, *DEMO) as server:
        with server.connect() as connection:
            connection.execute("update participant set first_name = 'Changed' where number = 'D0007'")
        assert LINK_OF_AN_EMPLOYER.search(filled.said)
        shown = LINK_OF_AN_EMPLOYER.search(server.said)
        assert shown
        asked = httpx.get(shown[0])
        assert (asked.status_code, "<form" in asked.text) == (200, True)
        assert httpx.post(shown[0], data={"answer": "still_here"}).status_code == 303
        code, rest = server.end(signal.SIGINT)
        assert (code, rest.strip()) == (0, "")
    with running(demo, *DEMO) as server:
        with server.connect() as connection:
            changed = connection.execute("select count(*) from participant where first_name = 'Changed'").fetchone()
        assert (people_in(server), changed) == (filled.people, (1,))
        assert "there already" in server.said
        for sign_in in SIGN_INS:
            for said in (filled.said, server.said):
                assert f"  {sign_in.role.value} " in said
                assert sign_in.email in said
        another = LINK_OF_AN_EMPLOYER.search(server.said)
        assert another is None or another[0].rpartition("/")[2] != shown[0].rpartition("/")[2]


def test_another_program_reads_where_the_demo_is_and_how_to_sign_in(demo: Path) -> None:
    command = [sys.executable, "-m", "app.cli", *DEMO, "--json"]
    with subprocess.Popen(
        command, env=environment(demo), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            told = json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")
            assert httpx.get(told["address"], follow_redirects=False).status_code < 500
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    assert [one["email"] for one in told["signIns"]] == [sign_in.email for sign_in in SIGN_INS]
    assert told["employerLink"].startswith(told["address"])
    assert told["participantLink"].startswith(f"{told['address']}/rate/")


def test_after_killing_the_program_alone_or_with_its_database_nothing_that_was_acknowledged_is_lost(
    filled: Filled, demo: Path
) -> None:
    with running(demo, *DEMO) as server:
        database = server.database_process
        with server.connect() as connection:
            connection.execute("update participant set first_name = 'Acknowledged' where number = 'D0001'")
        server.end(signal.SIGKILL)
    assert alive(database)
    with running(demo, *DEMO) as server:
        assert server.database_process.pid == database.pid
        assert first_name_of_one(server) == "Acknowledged"
        with server.connect() as connection:
            connection.execute("update participant set first_name = 'Acknowledged too' where number = 'D0001'")
        for process in (database, *database.children(recursive=True), psutil.Process(server.process.pid)):
            process.kill()
        server.process.wait(10)
    with running(demo, *DEMO) as server:
        assert people_in(server) == filled.people
        assert first_name_of_one(server) == "Acknowledged too"
        database = server.database_process
        assert server.end(signal.SIGTERM)[0] == 0
    assert not alive(database)


def first_name_of_one(server: Running) -> str:
    """What the participant is called whose name the test changed."""
    with server.connect() as connection:
        row = connection.execute("select first_name from participant where number = 'D0001'").fetchone()
    assert row is not None
    return str(row[0])


def test_two_run_side_by_side(filled: Filled, folder: Path) -> None:
    one, other = folder / "one", folder / "other"
    for place in (one, other):
        copy(filled.folder, place)
    with running(one, "serve", "--port", "0") as first, running(other, "serve", "--port", "0") as second:
        assert first.address != second.address
        first.end(signal.SIGINT)
        assert httpx.get(second.address, follow_redirects=False).status_code < 500
        second.end(signal.SIGINT)


def test_the_demo_does_not_mix_with_real_programmes(folder: Path) -> None:
    added = subprocess.run(
        [sys.executable, "-m", "app.cli", "programmes", "add", "Leren en werken"], env=environment(folder)
    )
    assert added.returncode == 0
    refused = subprocess.run(
        [sys.executable, "-m", "app.cli", "demo", "--port", "0"],
        env=environment(folder),
        capture_output=True,
        text=True,
    )
    assert refused.returncode == 1
    assert "only goes into an empty one" in refused.stderr

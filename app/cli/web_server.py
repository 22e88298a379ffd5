"""The web server as the commands start it: a port that is ours, and a clean end."""

import errno
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType

import uvicorn

from app.errors import Conflict, Refusal
from app.settings import settings

ENDS_REQUESTS_AFTER_SECONDS = 5

_asked_to_end = threading.Event()


@dataclass(frozen=True, slots=True)
class Listening:
    """A port that is ours, and the address at which people find it."""

    socket: socket.socket
    address: str


@contextmanager
def ask_for_a_port(host: str, port: int) -> Iterator[Listening]:
    """Take the port before anything else is started, so that a port that is taken is told at once.

    Raises Conflict when another program has the port, Refusal when this machine cannot listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        ours = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as fault:
        raise _told(fault, host, port) from None
    ours.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a page waits 40 ms between its head and body
    with ours:
        yield Listening(ours, f"http://{f'[{host}]' if ':' in host else host}:{ours.getsockname()[1]}")


def _told(fault: OSError, host: str, port: int) -> Refusal:
    if fault.errno == errno.EADDRINUSE:
        return Conflict(f"Port {port} is in use by another program. Choose another one with --port.")
    if fault.errno == errno.EACCES:
        return Refusal(f"Port {port} is only for the administrator of this machine. Choose one from 1024 with --port.")
    return Refusal(f"This machine cannot listen on {host}: {fault.strerror}.")


def stop_when_asked() -> None:
    """Being ended by the system or by a closed terminal is an orderly end too: the database is stopped as well."""
    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(ending, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    """End here and now; asked for a second time at `StoppableServer`, as Python drops what is raised in a finalizer."""
    _asked_to_end.set()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(0)


class StoppableServer(uvicorn.Server):
    """A server that also ends when that was asked just before it began to listen."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Get ready; what was asked for before is done at once."""
        self.should_exit = self.should_exit or _asked_to_end.is_set()
        await super().startup(sockets)


def server_made_ready() -> StoppableServer:
    """The server with the whole program loaded, so that who is told its address need not wait for that."""
    config = uvicorn.Config(
        "app.main:create_app",
        factory=True,
        log_level="warning",
        access_log=False,  # addresses hold the secrets of links
        timeout_graceful_shutdown=ENDS_REQUESTS_AFTER_SECONDS,
    )
    config.load()
    return StoppableServer(config)


def serve_until_stopped(server: StoppableServer, listening: Listening) -> None:
    """Answer requests until Ctrl-C or a request to end; then finish what is under way, and stop the database."""
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening.socket])
    if settings().database_url is None:
        from app.embedded import stop  # where a server is configured, the built-in one is not even loaded

        stop()

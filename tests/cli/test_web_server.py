"""The web server as the commands start it."""

import os
import signal
import threading
import weakref
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from app.cli import web_server
from app.cli.web_server import StoppableServer, ask_for_a_port, stop_when_asked


@pytest.fixture
def own_signals() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    web_server._asked_to_end.clear()


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """An application without pages."""


@pytest.mark.usefixtures("own_signals")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_request_to_end_that_python_drops_is_still_done() -> None:
    stop_when_asked()

    class Thing:
        pass

    thing = Thing()
    watched = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM))
    del thing
    assert watched() is None
    with ask_for_a_port("127.0.0.1", 0) as listening:
        server = StoppableServer(uvicorn.Config(nothing, lifespan="off", log_level="critical"))
        late = threading.Timer(10, server.handle_exit, (signal.SIGHUP, None))
        late.start()
        server.run(sockets=[listening.socket])
        assert late.is_alive()
        late.cancel()

"""Lets a request take place on another day, where the test clock is switched on.

The header `Bestendig-Test-Today: 2028-11-21` moves what counts as today for that request; the answer repeats it.
Where the test clock is off such a request is refused, so that nobody believes to have rehearsed a day that it was not.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import clock
from app.errors import Refusal
from app.routers.refusal_pages import answer_refusal
from app.test_clock import moment_asked_for

HEADER = "Bestendig-Test-Today"


class MovedClock:
    """ASGI middleware around the program."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on at the moment that it asks for."""
        asked = Headers(scope=scope).get(HEADER) if scope["type"] == "http" else None
        if asked is None:
            await self.app(scope, receive, send)
            return
        try:
            moment = moment_asked_for(asked)
        except Refusal as refusal:
            await (await answer_refusal(Request(scope), refusal))(scope, receive, send)
            return

        async def send_with_day(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = clock.day_of(moment).isoformat()
            await send(message)

        with clock.moved_to(moment):
            await self.app(scope, receive, send_with_day)

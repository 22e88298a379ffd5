"""Refuses changes that another website makes a browser send.

A browser says with every request where it comes from (`Sec-Fetch-Site`, and `Origin` with every POST). A change that
comes from elsewhere is refused for the whole program at once, so that no form can forget it. Programs that are no
browser send neither header, and no cookie of somebody else.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from app.errors import Forbidden
from app.routers.refusal_pages import answer_refusal
from app.rules.sentence import Sentence

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FROM_ELSEWHERE = Sentence("This form was sent from another website. Nothing was saved.")


class SameSiteOnly:
    """ASGI middleware around the program."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, unless it is a change sent from another site."""
        if scope["type"] == "http" and scope["method"] not in SAFE and comes_from_elsewhere(Headers(scope=scope)):
            refusal = await answer_refusal(Request(scope), Forbidden(FROM_ELSEWHERE))
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def comes_from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that this request was made by another site."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")

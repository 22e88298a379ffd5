"""Headers that every answer carries, also a 404, a 405 and a 500."""

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.routers.readers import is_of_api
from app.settings import settings

API_VERSION = "0.1.0"

EVERYWHERE = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
API = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "API-Version": API_VERSION,
}


def page_headers() -> dict[str, str]:
    """Headers of pages; the style and the fonts may come from where the house style is that was chosen."""
    place = urlsplit(settings().theme_css or "")
    elsewhere = f" {place.scheme}://{place.netloc}" if place.netloc else ""
    return {
        "Content-Security-Policy": f"default-src 'none'; style-src 'self' 'unsafe-inline'{elsewhere}; "
        f"img-src 'self' data:; font-src 'self'{elsewhere}; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'",
    }


class SecurityHeaders:
    """ASGI middleware around the whole program, also around the part that answers when something breaks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = page_headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to every answer; nothing but style sheets and pictures is kept by a browser."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        extra = API if is_of_api(path) else self.pages

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**EVERYWHERE, **extra}.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "max-age=3600" if path.startswith("/static/") else "no-store")
            await send(message)

        await self.app(scope, receive, send_with_headers)

"""Puts the program together. No logic lives here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from app.database import engine
from app.routers import administration, api, desk, employer, municipality, refusal_pages
from app.routers.cross_site import SameSiteOnly
from app.routers.security_headers import SecurityHeaders

STATIC = Path(__file__).parent / "static"


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    """Give the connections back when the server stops."""
    yield
    await engine().dispose()


def create_app() -> FastAPI:
    """The whole program: pages on the outside, the API mounted at /v1."""
    app = FastAPI(title="Bestendig", openapi_url=None, lifespan=lifespan, redirect_slashes=False)
    app.mount("/v1", api.create_api())  # first, or every call of a program is held against all the pages
    for audience in (desk, administration, employer, municipality):
        app.include_router(audience.router)
    app.mount("/static", StaticFiles(directory=STATIC))
    refusal_pages.install(app)
    app.add_middleware(SameSiteOnly)
    app.add_middleware(SecurityHeaders)
    return app

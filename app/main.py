"""Puts the program together. No logic lives here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from app.database import engine
from app.jobs.worker import working
from app.routers import (
    administration,
    api,
    desk,
    employer,
    health,
    knowledge,
    municipality,
    outcome_reports,
    participant,
    partner,
    refusal_pages,
)
from app.routers.cross_site import SameSiteOnly
from app.routers.link_attempts import LinkAttempts
from app.routers.moved_clock import MovedClock
from app.routers.security_headers import SecurityHeaders
from app.settings import settings
from app.test_clock import refuse_in_production

STATIC = Path(__file__).parent / "static"


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    """Work in the background where no other process does, and give the connections back at the end."""
    async with working() if settings().works_in_server else nullcontext():
        yield
    await engine().dispose()


class Program(FastAPI):
    """An app whose every answer carries our headers; the framework would leave out those that tell of a fault."""

    def build_middleware_stack(self) -> ASGIApp:
        """Put our headers around the whole, fault handling included."""
        return SecurityHeaders(super().build_middleware_stack())


def create_app() -> FastAPI:
    """The whole program: pages on the outside, the API mounted at /v1."""
    refuse_in_production()
    app = Program(title="Bestendig", openapi_url=None, lifespan=lifespan, redirect_slashes=False)
    app.state.link_attempts = LinkAttempts()
    app.mount("/v1", api.create_api())  # first, or every call of a program is held against all the pages
    for audience in (desk, administration, employer, participant, municipality, outcome_reports, partner, knowledge):
        app.include_router(audience.router)
    app.include_router(health.router)
    app.mount("/static", StaticFiles(directory=STATIC))
    refusal_pages.install(app)
    app.add_middleware(SameSiteOnly)
    app.add_middleware(MovedClock)
    return app

"""The API, for other programs: one file per resource."""

from fastapi import FastAPI

from app.routers import refusals


def create_api() -> FastAPI:
    """The API, to be mounted at /v1."""
    api = FastAPI(title="Bestendig", version="0.1.0", redirect_slashes=False)
    refusals.install(api)
    return api

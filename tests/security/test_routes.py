"""Every route names its actor, or stands on the list of those that are for everybody."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, Mount

from app.main import create_app
from app.routers import acting

PUBLIC = {
    ("GET", "/sign-in"): "the form to sign in",
    ("POST", "/language"): "choosing Dutch or English",
    ("GET", "/health"): "whether the program works, without detail for a stranger",
    ("GET", "/accessibility"): "the statement on accessibility",
    ("GET", "/example-question"): "where the links of a test message lead",
    ("GET", "/v1/openapi.json"): "the description of the API",
    ("GET", "/static"): "style sheets and pictures",
}
NAMES_THE_ACTOR = frozenset(
    {acting.somebody, acting.anybody, acting.caller, acting.link_holder, acting.participant_link_holder}
)
"""All other dependencies of acting.py build on one of these."""


def doors(routes: Sequence[BaseRoute], prefix: str = "") -> Iterator[tuple[str, str, bool]]:
    """Every method and path, also of mounted applications, and whether its actor is named."""
    for context in iter_route_contexts(routes):
        route = context.original_route
        if isinstance(route, Mount):
            if route.routes:
                yield from doors(route.routes, prefix + route.path)
            else:
                yield "GET", prefix + route.path, False
            continue
        dependant: Dependant | None = getattr(context, "dependant", None)
        named = dependant is not None and not NAMES_THE_ACTOR.isdisjoint(calls(dependant))
        for method in sorted(context.methods or {"WEBSOCKET"}):
            yield method, prefix + str(context.path), named


def calls(dependant: Dependant) -> Iterator[Any]:
    """Everything a route depends on, however deep."""
    for dependency in dependant.dependencies:
        yield dependency.call
        yield from calls(dependency)


def unguarded(app: FastAPI) -> list[tuple[str, str]]:
    return [(method, path) for method, path, named in doors(app.routes) if not named and (method, path) not in PUBLIC]


def test_every_route_names_its_actor_or_is_public() -> None:
    assert unguarded(create_app()) == []


def test_the_routes_are_really_seen() -> None:
    seen = {(method, path) for method, path, _ in doors(create_app().routes)}
    assert len(seen) > 40
    assert {("GET", "/v1/trajectories/{trajectory_id}"), ("POST", "/v1/participants/_search")} <= seen
    assert seen >= PUBLIC.keys()


@pytest.mark.parametrize("where", ["page", "api", "mounted"])
def test_a_route_that_forgets_its_actor_is_caught(where: str) -> None:
    async def forgot() -> None:
        """Answers whoever comes."""

    app = create_app()
    router = APIRouter()
    router.add_api_route("/forgot", forgot)
    (api,) = (route.app for route in app.routes if isinstance(route, Mount) and route.path == "/v1")
    assert isinstance(api, FastAPI)
    other = FastAPI()
    {"page": app, "api": api, "mounted": other}[where].include_router(router)
    api.mount("/deeper", other)
    expected = {"page": "/forgot", "api": "/v1/forgot", "mounted": "/v1/deeper/forgot"}[where]
    assert ("GET", expected) in unguarded(app)

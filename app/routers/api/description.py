"""The description of the API in OpenAPI: GET /v1/openapi.json, for everybody.

FastAPI writes it; what the Dutch API Design Rules ask beyond that is added here, once for all operations: problems as
RFC 9457 describes them, the headers of every answer, dates that may be null in the form of JSON Schema.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from app.routers.api.problem_schema import PROBLEM, PROBLEMS
from app.routers.security_headers import API_VERSION
from app.settings import settings

Described = dict[str, Any]

INTRODUCTION = (
    "Bestendig keeps the trajectories of people in learning-work programmes, and tells afterwards whether the work "
    "lasted. Days are written YYYY-MM-DD, moments in UTC. Every change names the version it is based on: send the "
    "ETag that you read in If-Match. The words are explained in the glossary of the project."
)
VERSION_HEADER = {"API-Version": {"$ref": "#/components/headers/ApiVersion"}}
ETAG_HEADER = {"ETag": {"$ref": "#/components/headers/Etag"}}
LINK_HEADER = {"Link": {"$ref": "#/components/headers/Link"}}
HEADERS = {
    "ApiVersion": {"description": "The full version of the API.", "schema": {"type": "string"}, "example": API_VERSION},
    "Etag": {"description": "The version of what is answered.", "schema": {"type": "string"}, "example": '"3"'},
    "Link": {"description": "Where the pages before and after this one are.", "schema": {"type": "string"}},
}
SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The token of an account."},
    "session": {"type": "apiKey", "in": "cookie", "name": "bestendig_session", "description": "The cookie of a page."},
}


def describe(api: FastAPI) -> None:
    """Let an API give its description, also to a page of another site."""

    @cache
    def body() -> bytes:
        return json.dumps(description_of(api), ensure_ascii=False).encode()

    async def openapi() -> Response:
        return Response(body(), media_type="application/json", headers={"Access-Control-Allow-Origin": "*"})

    api.add_api_route("/openapi.json", openapi, include_in_schema=False)


def description_of(api: FastAPI) -> Described:
    """The description of an API, complete."""
    described: Described = get_openapi(
        title=api.title,
        version=api.version,
        description=INTRODUCTION,
        routes=api.routes,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        servers=[{"url": f"{settings().public_url.replace('http://', 'https://')}/v1"}],
        separate_input_output_schemas=False,
    )
    # Not through FastAPI, which would look for a library that checks addresses.
    described["info"]["contact"] = {
        "name": settings().contact_name,
        "email": settings().contact_email,
        "url": settings().contact_url,
    }
    components = described["components"]
    components["schemas"] = {
        name: schema for name, schema in components["schemas"].items() if not name.startswith(("HTTP", "Validation"))
    } | {"Problem": PROBLEM}
    components["headers"] = HEADERS
    components["securitySchemes"] = SECURITY
    described["security"] = [{name: []} for name in SECURITY]
    for method, operation in _operations(described):
        _complete(method, operation)
    for name, schema in components["schemas"].items():
        _simplify(schema, is_change=name.endswith(("Update", "Change")))
    _simplify(described["paths"], is_change=False)
    return described


def _operations(described: Described) -> Iterator[tuple[str, Described]]:
    for path in described["paths"].values():
        yield from path.items()


def _complete(method: str, operation: Described) -> None:
    """The headers of what goes well, and the problems that can come instead."""
    for answer in operation["responses"].values():
        reference = str(answer.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", ""))
        more = LINK_HEADER if reference.endswith("Page") else ETAG_HEADER
        answer["headers"] = VERSION_HEADER | more
    operation["responses"].pop("422", None)
    parameters = operation.get("parameters", [])
    given = {"body"} if "requestBody" in operation else set()
    given |= {"path" for one in parameters if one["in"] == "path"}
    given |= {"version" for one in parameters if one["name"].lower() == "if-match"}
    if parameters or given or method != "get":
        given.add("input")
    for status, description, when in PROBLEMS:
        if when is None or when in given:
            operation["responses"][str(status)] = {
                "description": description,
                "headers": VERSION_HEADER,
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }


def _simplify(schema: Any, *, is_change: bool) -> None:
    """Write "this or null" as one type, and leave out defaults that say nothing."""
    if isinstance(schema, list):
        for each in schema:
            _simplify(each, is_change=is_change)
    if not isinstance(schema, dict):
        return
    choices = schema.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        others = [choice for choice in choices if choice != {"type": "null"}]
        if len(others) == 1 and isinstance(others[0].get("type"), str):
            del schema["anyOf"]
            schema |= others[0] | {"type": [others[0]["type"], "null"]}
    if "default" in schema and (schema["default"] is None or is_change):
        del schema["default"]
    for each in schema.values():
        _simplify(each, is_change=is_change)

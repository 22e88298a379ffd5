"""Answers for programs when something cannot be done: application/problem+json, as RFC 9457 describes it.

An answer lists every fault at once and never repeats what was sent.
"""

import logging
import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.routing import iter_route_contexts
from pydantic.alias_generators import to_camel
from sqlalchemy.exc import DataError, IntegrityError
from starlette.exceptions import HTTPException

from app.errors import FieldError, InvalidInput, Refusal
from app.faults_of_input import fault_of

PROBLEM_JSON = "application/problem+json"
UNIQUE_VIOLATION = "23505"
LOG = logging.getLogger(__name__)

SENTENCES = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This cannot be done with what is at this address; see the Allow header.",
    HTTPStatus.NOT_ACCEPTABLE: "Answers are given in application/json.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is more than is accepted at once.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Send application/json.",
}


def install(app: FastAPI) -> None:
    """Let this app answer everything that goes wrong as a problem."""
    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, not_served)
    app.add_exception_handler(IntegrityError, contradicted)
    app.add_exception_handler(DataError, contradicted)
    app.add_exception_handler(Exception, failed)


def problem(
    status: int,
    *,
    code: str,
    title: str,
    detail: str,
    errors: Iterable[FieldError] = (),
    headers: Mapping[str, str] | None = None,
    instance: str | None = None,
) -> Response:
    """One problem. `instance` names this occurrence; field names are those of the wire."""
    content: dict[str, object] = {
        "type": "about:blank",
        "title": title,
        "status": int(status),
        "detail": detail,
        "instance": instance or uuid4().urn,
        "code": code,
    }
    listed = [{"name": on_the_wire(error.name), "code": error.code, "reason": error.reason} for error in errors]
    if listed:
        content["invalidParams"] = listed
    return JSONResponse(content, status_code=status, headers=dict(headers or {}), media_type=PROBLEM_JSON)


def on_the_wire(name: str) -> str:
    """The name of a field as programs know it: starts_on is startsOn."""
    return ".".join(to_camel(part) if "_" in part else part for part in name.split("."))


async def refused(_request: Request, refusal: Exception) -> Response:
    """A refusal of the program itself."""
    assert isinstance(refusal, Refusal)  # noqa: S101  only refusals are sent here
    return problem(
        refusal.status,
        code=refusal.code,
        title=refusal.title,
        detail=refusal.detail,
        errors=refusal.errors if isinstance(refusal, InvalidInput) else (),
        headers={"WWW-Authenticate": 'Bearer realm="bestendig"'} if refusal.status == HTTPStatus.UNAUTHORIZED else {},
    )


async def invalid(request: Request, error: Exception) -> Response:
    """What was sent does not have the shape that was asked for."""
    assert isinstance(error, RequestValidationError)  # noqa: S101  only these are sent here
    return await refused(request, InvalidInput([fault_of(one, of_request=True) for one in error.errors()]))


async def not_served(request: Request, error: Exception) -> Response:
    """An address, a method or a form of a message that is not there."""
    assert isinstance(error, HTTPException)  # noqa: S101  only these are sent here
    status = HTTPStatus(error.status_code)
    return problem(
        status,
        code=re.sub(r"\W+", "-", status.phrase.lower()),
        title=status.phrase,
        detail=SENTENCES.get(status, status.description or status.phrase),
        headers={"Allow": ", ".join(_allowed(request))} if status == HTTPStatus.METHOD_NOT_ALLOWED else error.headers,
    )


def _allowed(request: Request) -> list[str]:
    """What can be done with what is at an address; the framework names only the first route it finds there."""
    path = request.scope["path"].removeprefix(request.scope["root_path"])
    there = [route for route in iter_route_contexts(request.app.routes) if route.path_regex.match(path)]
    return sorted({method for route in there for method in route.methods or ()})


async def contradicted(_request: Request, error: Exception) -> Response:
    """A constraint of the database says no where nothing before it did, as when two people add the same at once."""
    if getattr(getattr(error, "orig", None), "sqlstate", None) == UNIQUE_VIOLATION:
        detail = "There is one with the same number or name already."
        return problem(409, code="conflict", title="This contradicts what is already recorded", detail=detail)
    detail = "What was sent contradicts itself, or what is already recorded."
    return problem(400, code=InvalidInput.code, title=InvalidInput.title, detail=detail)


async def failed(_request: Request, error: Exception) -> Response:
    """A fault of the program. Its instance stands in the log, so that the two can be brought together."""
    instance = uuid4().urn
    LOG.error("Problem %s", instance, exc_info=error)
    detail = "Something went wrong in the program. Nothing was changed."
    return problem(500, code="fault", title="A fault of the program", detail=detail, instance=instance)

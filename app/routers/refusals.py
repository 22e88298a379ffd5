"""Turns a refusal into an answer: a page for people, application/problem+json for programs."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from app.errors import InvalidInput, Refusal


def install(app: FastAPI) -> None:
    """Let this app answer refusals."""
    app.add_exception_handler(Refusal, refused)


async def refused(_request: Request, refusal: Exception) -> Response:
    """The answer to a refusal, as RFC 9457 describes it."""
    assert isinstance(refusal, Refusal)  # noqa: S101  only refusals are sent here
    problem: dict[str, object] = {
        "type": "about:blank",
        "title": refusal.title,
        "status": refusal.status,
        "detail": refusal.detail,
        "code": refusal.code,
    }
    if isinstance(refusal, InvalidInput):
        problem["invalidParams"] = [
            {"name": error.name, "code": error.code, "reason": error.reason} for error in refusal.errors
        ]
    return JSONResponse(problem, status_code=refusal.status, media_type="application/problem+json")

"""Answers people whose request is refused with a page, and sends them to sign in when that is all it takes."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.exc import DataError, IntegrityError
from starlette.exceptions import HTTPException

from app.errors import Conflict, NotFound, NotSignedIn, Refusal
from app.routers import problems
from app.routers.pages import page
from app.routers.readers import wants_page
from app.rules.sentence import Sentence

Answer = Callable[[Request, Exception], Awaitable[Response]]

NO_SUCH_PAGE = Sentence("This page does not exist, or you may not see it.")
HTTP_REFUSALS = {404: NO_SUCH_PAGE, 405: Sentence("This page cannot be used in this way.")}


def install(app: FastAPI) -> None:
    """Let this app answer people with pages; programs, which ask for something else, get a problem."""
    app.add_exception_handler(Refusal, answer_refusal)
    app.add_exception_handler(RequestValidationError, _for(refuse_address, problems.invalid))
    app.add_exception_handler(HTTPException, _for(refuse_request, problems.not_served))
    app.add_exception_handler(IntegrityError, _for(refuse_contradiction, problems.contradicted))
    app.add_exception_handler(DataError, _for(refuse_contradiction, problems.contradicted))
    app.add_exception_handler(Exception, _for(own_up, problems.failed))


def _for(people: Answer, programs: Answer) -> Answer:
    async def answer(request: Request, error: Exception) -> Response:
        return await (people if wants_page(request) else programs)(request, error)

    return answer


async def refuse(request: Request, refusal: Exception) -> Response:
    """A refusal by a rule of ours."""
    assert isinstance(refusal, Refusal)  # noqa: S101  only refusals are sent here
    if isinstance(refusal, NotSignedIn):
        come_back = request.method == "GET" and request.url.path != "/"
        query = "?" + urlencode({"next": request.url.path}) if come_back else ""
        return RedirectResponse(f"/sign-in{query}", status_code=303)
    return page(request, "refused.html", status=refusal.status, title=refusal.title, detail=refusal.detail)


async def refuse_address(request: Request, _error: Exception) -> Response:
    """An address or filter that cannot mean anything is one that does not exist."""
    return await refuse(request, NotFound(NO_SUCH_PAGE))


async def refuse_request(request: Request, error: Exception) -> Response:
    """What the web framework itself refuses."""
    assert isinstance(error, HTTPException)  # noqa: S101  only these are sent here
    detail = HTTP_REFUSALS.get(error.status_code, Refusal.title)
    return page(request, "refused.html", status=error.status_code, title=Refusal.title, detail=detail)


async def refuse_contradiction(request: Request, _error: Exception) -> Response:
    """What the database itself refuses: two people recorded the same at once, or a rule was passed by."""
    return await refuse(request, Conflict(Sentence("Nothing was saved. Look at what is there now, and try again.")))


async def own_up(request: Request, _error: Exception) -> Response:
    """Something of ours broke. The log says what; the reader hears that nothing was saved."""
    title = Sentence("Something went wrong on our side")
    detail = Sentence("Nothing was saved. Try again in a moment. Does it happen again? Tell the administrator.")
    return page(request, "refused.html", status=500, title=title, detail=detail)


answer_refusal = _for(refuse, problems.refused)
"""Answer a refusal of ours: people with a page in their language, programs with a problem."""

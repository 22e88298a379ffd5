"""Answers people whose request is refused with a page, and sends them to sign in when that is all it takes."""

from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.errors import NotFound, NotSignedIn, Refusal
from app.routers.pages import page
from app.routers.problems import refused
from app.rules.sentence import Sentence

NO_SUCH_PAGE = Sentence("This page does not exist, or you may not see it.")
HTTP_REFUSALS = {404: NO_SUCH_PAGE, 405: Sentence("This page cannot be used in this way.")}


def install(app: FastAPI) -> None:
    """Let this app answer people; programs that ask for something else than a page get the bare refusal."""
    app.add_exception_handler(Refusal, refuse)
    app.add_exception_handler(RequestValidationError, refuse_address)
    app.add_exception_handler(HTTPException, refuse_request)
    app.add_exception_handler(Exception, own_up)


async def refuse(request: Request, refusal: Exception) -> Response:
    """A refusal by a rule of ours."""
    assert isinstance(refusal, Refusal)  # noqa: S101  only refusals are sent here
    if "text/html" not in request.headers.get("accept", ""):
        return await refused(request, refusal)
    if isinstance(refusal, NotSignedIn):
        back = {"next": request.url.path} if request.method == "GET" and request.url.path != "/" else {}
        return RedirectResponse(f"/sign-in?{urlencode(back)}" if back else "/sign-in", status_code=303)
    return page(request, "refused.html", status=refusal.status, title=refusal.title, detail=refusal.detail)


async def refuse_address(request: Request, _error: Exception) -> Response:
    """An address or filter that cannot mean anything is one that does not exist."""
    return await refuse(request, NotFound(NO_SUCH_PAGE))


async def refuse_request(request: Request, error: Exception) -> Response:
    """What the web framework itself refuses."""
    assert isinstance(error, HTTPException)  # noqa: S101  only these are sent here
    detail = HTTP_REFUSALS.get(error.status_code, Refusal.title)
    return page(request, "refused.html", status=error.status_code, title=Refusal.title, detail=detail)


async def own_up(request: Request, _error: Exception) -> Response:
    """Something of ours broke. The log says what; the reader hears that nothing was saved."""
    title = Sentence("Something went wrong on our side")
    detail = Sentence("Nothing was saved. Try again in a moment. Does it happen again? Tell the administrator.")
    return page(request, "refused.html", status=500, title=title, detail=detail)

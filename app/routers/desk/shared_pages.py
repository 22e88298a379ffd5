"""The pages that everybody has: the home of one's role, the choice of language, accessibility."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.language import COOKIE, Language
from app.routers.acting import Somebody
from app.routers.desk.front_door import path_within
from app.routers.navigation import home_of
from app.routers.pages import page
from app.settings import settings

router = APIRouter()

A_YEAR = 365 * 24 * 3600


@router.get("/")
async def home(acting: Somebody) -> Response:
    """Go to where one's role starts."""
    return RedirectResponse(home_of(acting.actor), status_code=303)


@router.post("/language")
async def choose_language(request: Request) -> Response:
    """Remember the language that a reader chose, and go back to the page."""
    sent = await request.form()
    answer = RedirectResponse(path_within(str(sent.get("back", ""))), status_code=303)
    chosen = str(sent.get("language"))
    if chosen in list(Language):
        answer.set_cookie(COOKIE, chosen, max_age=A_YEAR, samesite="lax", secure=settings().secure_cookies)
    return answer


@router.get("/accessibility")
async def accessibility(request: Request) -> Response:
    """What we do for people who see, hear or move differently, and whom to tell when it does not work."""
    return page(request, "accessibility.html")

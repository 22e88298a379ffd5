"""Signing in and out."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app import clock
from app.routers.acting import SESSION_COOKIE, Anybody, Somebody
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.sign_in import SignInRefused, sign_in, sign_out

router = APIRouter()

SIGN_IN = Form("sign-in", {"email": Sentence("E-mail address"), "password": Sentence("Password")})


@router.get("/sign-in")
async def show(request: Request) -> Response:
    """The page to sign in."""
    form = SIGN_IN.with_values({"next": path_within(request.query_params.get("next"))})
    return page(request, "sign_in.html", form=form)


@router.post("/sign-in")
async def send(request: Request, acting: Anybody) -> Response:
    """Sign in; when it fails, all that was typed but the password is still there."""
    form = await SIGN_IN.sent_in(request)
    now = replace(acting.actor, at=clock.real_now())  # a sign-in lasts by the real time, whatever the test clock says
    done = await sign_in(acting.session, by=now, email=form.value("email"), password=form.value("password"))
    if isinstance(done, SignInRefused):
        form.errors["email"] = done.reason
        return page(request, "sign_in.html", status=400, form=form)
    answer = RedirectResponse(path_within(form.value("next")), status_code=303)
    answer.set_cookie(
        SESSION_COOKIE, done.secret, httponly=True, samesite="lax", secure=settings().secure_cookies, path="/"
    )
    return answer


@router.post("/sign-out")
async def leave(acting: Somebody) -> Response:
    """Sign out."""
    await sign_out(acting.session, by=acting.actor)
    answer = RedirectResponse("/sign-in", status_code=303)
    answer.delete_cookie(SESSION_COOKIE, path="/")
    return answer


def path_within(path: str | None) -> str:
    """Keep an address only when it is one of ours: another website must not be where signing in leads."""
    return path if path and path.startswith("/") and not path.startswith(("//", "/\\")) else "/"

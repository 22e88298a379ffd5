"""The page behind a confirmation link: one question, no account. Opening it answers nothing, so scanners may."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.routers.acting import Acting, LinkHolder
from app.routers.employer.answer_form import question_page, take_answer
from app.routers.link_page import closed, note_opened, open_link, refuse_too_many
from app.routers.pages import page
from app.use_cases.ask_new_link import ask_new_link

router = APIRouter(prefix="/confirm/{secret}")


@router.api_route("", methods=["GET", "HEAD"])
async def show(request: Request, secret: str, acting: LinkHolder, asked: bool = False) -> Response:
    """The question, or what was answered; a link that opens nothing tells nothing."""
    opened = await open_link(acting)
    if opened is None:
        return _closed(request, secret, acting, asked=asked)
    await note_opened(acting, opened.link)
    return await question_page(request, acting, opened.question)


@router.post("")
async def answer(request: Request, secret: str, acting: LinkHolder) -> Response:
    """Take the answer."""
    opened = await open_link(acting, sent_in=True)
    if opened is None:
        return _closed(request, secret, acting)
    refuse_too_many(request, acting)
    form = await take_answer(request, acting, opened.question)
    if form.errors:
        return await question_page(request, acting, opened.question, sent=form)
    return RedirectResponse(f"/confirm/{secret}", status_code=303)


@router.post("/renewals")
async def ask_again(secret: str, acting: LinkHolder) -> Response:
    """Take the wish for a new link; the answer is the same for every link, also for one that never was."""
    await ask_new_link(acting.session, by=acting.actor)
    return RedirectResponse(f"/confirm/{secret}?asked=true", status_code=303)


def _closed(request: Request, secret: str, acting: Acting, *, asked: bool = False) -> Response:
    def calm(status: int) -> Response:
        return page(
            request, "employer/closed_link.html", status=status, action=f"/confirm/{secret}/renewals", asked=asked
        )

    return closed(request, acting, calm)

"""The page behind a confirmation link: one question, no account. Opening it changes nothing, so scanners may."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlmodel import col, select

from app.models import ConfirmationLink
from app.queries.employees import read_employee
from app.routers.acting import Acting, LinkHolder
from app.routers.employer.answer_form import CHOICES, form_for, take_answer
from app.routers.employer.rating_form import rating_of
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.link_state import LinkState, link_state
from app.use_cases.employer_question import EmployerQuestion, question_of_link

router = APIRouter()

CLOSED = {None: 404, LinkState.EXPIRED: 410, LinkState.REVOKED: 410}
"""The status of the page of a link that no longer opens anything; None is a link that never was."""


@router.get("/confirm/{secret}")
async def show(request: Request, secret: str, acting: LinkHolder) -> Response:
    """The question, or what was answered; a closed link tells nothing."""
    state, link = await _link(acting)
    if link is None or state in CLOSED:
        return _closed(request, state)
    question = await question_of_link(acting.session, link)
    return await _question(request, acting, secret, question, form_for(question))


@router.post("/confirm/{secret}")
async def answer(request: Request, secret: str, acting: LinkHolder) -> Response:
    """Take the answer."""
    state, link = await _link(acting)
    if link is None or state in CLOSED:
        return _closed(request, state)
    question = await question_of_link(acting.session, link)
    form = await take_answer(request, acting, question)
    if form.errors:
        return await _question(request, acting, secret, question, form, sent=form)
    return RedirectResponse(f"/confirm/{secret}", status_code=303)


async def _link(acting: Acting) -> tuple[LinkState | None, ConfirmationLink | None]:
    mine = select(ConfirmationLink).where(col(ConfirmationLink.token_hash) == acting.actor.link_hash)
    link = (await acting.session.scalars(mine)).one_or_none()
    if link is None:
        return None, None
    state = link_state(
        acting.actor.at, expires_at=link.expires_at, answered_at=link.answered_at, revoked_at=link.revoked_at
    )
    return state, link


def _closed(request: Request, state: LinkState | None) -> Response:
    return page(request, "employer/closed_link.html", status=CLOSED[state], state=state)


async def _question(
    request: Request,
    acting: Acting,
    secret: str,
    question: EmployerQuestion,
    form: Form,
    *,
    sent: Form | None = None,
) -> Response:
    return page(
        request,
        "employer/confirmation.html",
        status=sent.status if sent else 200,
        sent=sent,
        form=form,
        action=f"/confirm/{secret}",
        employee=await read_employee(acting.session, question.placement.id),
        question=question,
        rating=await rating_of(acting, question.placement, sent),
        **CHOICES,
    )

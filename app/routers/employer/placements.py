"""The pages of an employer with an account: all their own placements, and the questions about them."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.queries.employees import read_employees
from app.routers.acting import Employer
from app.routers.employer.answer_form import question_page, take_answer
from app.routers.pages import page
from app.use_cases.work_question import question_of_placement

router = APIRouter(prefix="/own-placements")


@router.get("")
async def show(request: Request, acting: Employer, done: bool = False) -> Response:
    """The list, open questions first."""
    employees = await read_employees(acting.session, acting.actor.today)
    return page(request, "employer/placements.html", employees=employees, done=done)


@router.get("/{placement_id}")
async def show_one(request: Request, placement_id: UUID, acting: Employer) -> Response:
    """The question about one placement."""
    question = await question_of_placement(acting.session, by=acting.actor, placement_id=placement_id)
    return await question_page(request, acting, question)


@router.post("/{placement_id}")
async def answer(request: Request, placement_id: UUID, acting: Employer) -> Response:
    """Take the answer."""
    question = await question_of_placement(acting.session, by=acting.actor, placement_id=placement_id)
    form = await take_answer(request, acting, question)
    if form.errors:
        return await question_page(request, acting, question, sent=form)
    return RedirectResponse("/own-placements?done=true", status_code=303)

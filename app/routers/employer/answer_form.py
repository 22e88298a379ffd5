"""The form in which an employer answers, the same with a link and with an account."""

from fastapi import Request
from fastapi.responses import Response

from app.queries.employees import read_employee
from app.routers.acting import Acting
from app.routers.employer.rating_form import rating_of, take_rating
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.code_lists import Contract
from app.rules.names import choices, name_of
from app.rules.sentence import Sentence
from app.rules.work_answer import ANSWERS, REASONS_AN_EMPLOYER_GIVES, Answer
from app.use_cases.confirm_placement import WorkAnswered, confirm_placement
from app.use_cases.work_question import WorkQuestion

ANSWER = Form(
    "confirmation",
    {
        "answer": Sentence("Does this person still work for you?"),
        "left_on": Sentence("Last day worked"),
        "end_reason": Sentence("Why did it end?"),
        "hours": Sentence("Hours per week now"),
        "contract": Sentence("Contract now"),
        "hourly_wage": Sentence("Gross wage per hour, in euros"),
    },
)
CHOICES = {
    "answers": [(answer.value, words) for answer, words in ANSWERS],
    "other_answers": [(answer.value, words) for answer, words in ANSWERS if answer is not Answer.STILL_HERE],
    "reasons": [(reason.value, name_of(reason)) for reason in REASONS_AN_EMPLOYER_GIVES],
    "contracts": choices(Contract),
}


def _form_for(question: WorkQuestion) -> Form:
    """The form as it stands before anything is typed: what the employer said before, and nothing that others said."""
    said, placement = question.said, question.placement
    own_end = question.answer is Answer.LEFT and placement.end_source is question.source
    partial = question.partial or {}
    return ANSWER.with_values(
        {
            "answer": partial.get("answer") or question.answer,
            "left_on": said.observed_on if said and question.answer is Answer.LEFT else None,
            "end_reason": partial.get("endReason") or (placement.end_reason if own_end else None),
            "hours": said.hours if said else None,
            "contract": said.contract if said else None,
            "hourly_wage": said.hourly_wage if said else None,
        }
    )


async def question_page(
    request: Request, acting: Acting, question: WorkQuestion, *, sent: Form | None = None
) -> Response:
    """The question, with what was answered before or what was just sent; the answer goes to the same address."""
    return page(
        request,
        "employer/confirmation.html",
        status=sent.status if sent else 200,
        sent=sent,
        form=sent or _form_for(question),
        action=request.url.path,
        employee=await read_employee(acting.session, question.placement.id),
        question=question,
        rating=await rating_of(acting, question.placement, sent),
        **CHOICES,
    )


async def take_answer(request: Request, acting: Acting, question: WorkQuestion) -> Form:
    """Take the answer that was sent in; the form comes back with errors when it was not accepted."""
    form = await ANSWER.sent_in(request)
    answered = form.read(WorkAnswered)
    if answered:
        async with kept_in(form, acting.session):
            await confirm_placement(acting.session, by=acting.actor, question=question, answered=answered)
            if answered.answer is not Answer.NOT_MY_EMPLOYEE:
                await take_rating(acting, question.placement, form)
    return form

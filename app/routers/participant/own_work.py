"""The page on which a participant with a link says whether they still work somewhere: the employer's question."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.queries.own_work import read_own_work
from app.routers.acting import Acting, ParticipantLinkHolder
from app.routers.forms import Form, kept_in
from app.routers.link_page import closed, note_opened, open_link, refuse_too_many
from app.routers.participant.language import language_of, page_in
from app.rules.code_lists import RatingLanguage
from app.rules.sentence import Sentence
from app.rules.work_answer import Answer
from app.use_cases.ask_new_link import ask_new_link
from app.use_cases.confirm_placement import WorkAnswered, confirm_placement
from app.use_cases.work_question import WorkQuestion

router = APIRouter(prefix="/own-work/{secret}")

OWN_ANSWER = Form(
    "own-work",
    {
        "answer": Sentence("Do you still work there?"),
        "left_on": Sentence("Last day worked"),
        "hours": Sentence("Hours per week now"),
    },
)
"""The page says in the participant's language what is not right about these fields."""


@router.api_route("", methods=["GET", "HEAD"])
async def show(
    request: Request, secret: str, acting: ParticipantLinkHolder, language: str | None = None, asked: bool = False
) -> Response:
    """The question, or what was answered; a link that opens nothing tells nothing."""
    chosen = language_of(request, language, None)
    opened = await open_link(acting)
    if opened is None:
        return _closed(request, secret, acting, chosen, asked=asked)
    await note_opened(acting, opened.link)
    return await _question(acting, secret, chosen, opened.question, _form_for(opened.question))


@router.post("")
async def answer(request: Request, secret: str, acting: ParticipantLinkHolder) -> Response:
    """Take the answer."""
    form = await OWN_ANSWER.sent_in(request)
    chosen = language_of(request, form.value("language"), None)
    opened = await open_link(acting, sent_in=True)
    if opened is None:
        return _closed(request, secret, acting, chosen)
    refuse_too_many(request, acting)
    answered = form.read(WorkAnswered)
    if answered:
        async with kept_in(form, acting.session):
            await confirm_placement(acting.session, by=acting.actor, question=opened.question, answered=answered)
    if form.errors:
        return await _question(acting, secret, chosen, opened.question, form)
    return RedirectResponse(f"/own-work/{secret}?language={chosen}", status_code=303)


@router.post("/renewals")
async def ask_again(request: Request, secret: str, acting: ParticipantLinkHolder) -> Response:
    """Take the wish for a new link; the answer is the same for every link, also for one that never was."""
    sent = await request.form()
    chosen = language_of(request, str(sent.get("language", "")), None)
    await ask_new_link(acting.session, by=acting.actor)
    return RedirectResponse(f"/own-work/{secret}?language={chosen}&asked=true", status_code=303)


def _form_for(question: WorkQuestion) -> Form:
    """The form as it stands before anything is typed: what the participant said before."""
    said, partial = question.said, question.partial or {}
    return OWN_ANSWER.with_values(
        {
            "answer": partial.get("answer") or question.answer,
            "left_on": said.observed_on if said and question.answer is Answer.LEFT else None,
            "hours": said.hours if said else None,
        }
    )


def _closed(
    request: Request, secret: str, acting: Acting, language: RatingLanguage, *, asked: bool = False
) -> Response:
    def calm(status: int) -> Response:
        return page_in(
            language,
            "participant/closed_question.html",
            status=status,
            action=f"/own-work/{secret}/renewals",
            asked=asked,
        )

    return closed(request, acting, calm)


async def _question(
    acting: Acting, secret: str, language: RatingLanguage, question: WorkQuestion, form: Form
) -> Response:
    return page_in(
        language,
        "participant/own_work.html",
        status=form.status if form.errors else 200,
        action=f"/own-work/{secret}",
        work=await read_own_work(acting.session),
        question=question,
        form=form,
    )

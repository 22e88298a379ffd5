"""Changes the words of one kind of message in one language: shows them filled in, and sends them to oneself."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.errors import InvalidInput
from app.language import say
from app.models import Programme
from app.models.message_template import MessageTemplateFields
from app.models.programme_design import AskingPolicy
from app.routers.acting import Acting, Team
from app.routers.desk.message_texts.list_ import WHEN
from app.routers.desk.own_programme import programme_of_the_team
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.example_message import example_values
from app.rules.message_text import MessageText, message_text
from app.rules.message_words import BUILT_IN, MessageWords
from app.rules.permissions import Act, why_not
from app.rules.placeholders import MEANINGS, WORDS, placeholders_for
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.keep_words import check_words, keep_words, try_words, use_built_in_words
from app.use_cases.membership_roles import roles_in
from app.use_cases.words_of_programme import own_words

router = APIRouter(prefix="/programmes/{programme_id}/message-texts/{kind}/{language}")

LABELS = {"subject": Sentence("Subject of the message"), "body": Sentence("Text of the message")}
EXAMPLE_PAGE = "/example-question"


@dataclass(frozen=True)
class Which:
    """Which words a page is about."""

    programme_id: UUID
    kind: MessageKind
    language: MessageLanguage

    @property
    def form(self) -> Form:
        """The form, with nothing filled in. A text message has no subject."""
        has_subject = self.kind is not MessageKind.TEXT
        return Form("words", {name: label for name, label in LABELS.items() if has_subject or name != "subject"})


@router.get("")
async def show(
    request: Request, programme_id: UUID, kind: MessageKind, language: MessageLanguage, acting: Team
) -> Response:
    """The words as they are now, and what a message looks like with them."""
    which = Which(programme_id, kind, language)
    return await _page(request, acting, which, None)


@router.post("")
async def keep(
    request: Request, programme_id: UUID, kind: MessageKind, language: MessageLanguage, acting: Team
) -> Response:
    """Record the words; or, by another button, only show or send them."""
    which = Which(programme_id, kind, language)
    form = await which.form.sent_in(request)
    await programme_of_the_team(acting, programme_id)
    act, words = form.value("act"), _read(form, which)
    if words and act == "try":
        return await _tried(request, acting, which, form, words)
    if words and act == "keep":
        async with kept_in(form, acting.session):
            await keep_words(
                acting.session,
                by=acting.actor,
                programme_id=programme_id,
                version=version_in(form),
                words=words,
            )
        if not form.errors:
            return _back(programme_id, "kept")
    return await _page(request, acting, which, form)


@router.post("/removal")
async def remove(
    request: Request, programme_id: UUID, kind: MessageKind, language: MessageLanguage, acting: Team
) -> Response:
    """Go back to the built-in words."""
    which = Which(programme_id, kind, language)
    form = await which.form.sent_in(request)
    await programme_of_the_team(acting, programme_id)
    async with kept_in(form, acting.session):
        await use_built_in_words(
            acting.session,
            by=acting.actor,
            programme_id=programme_id,
            version=version_in(form),
            kind=kind,
            language=language,
        )
    return await _page(request, acting, which, form) if form.errors else _back(programme_id, "built-in")


def _read(form: Form, which: Which) -> MessageTemplateFields | None:
    """What was typed, when it can be sent; else the form says what is wrong with it."""
    read = form.read(MessageTemplateFields, {"kind": which.kind, "language": which.language})
    if read is None:
        return None
    try:
        check_words(read)
    except InvalidInput as refusal:
        form.refuse(refusal)
        return None
    return read


async def _tried(request: Request, acting: Acting, which: Which, form: Form, words: MessageTemplateFields) -> Response:
    programme = await programme_of_the_team(acting, which.programme_id)
    made = _filled_in(acting, which, programme, MessageWords(words.subject, words.body))
    marked = Sentence("Test: %(subject)s", subject=made.subject or "")
    async with kept_in(form, acting.session):
        await try_words(
            acting.session,
            by=acting.actor,
            programme=programme,
            language=which.language,
            text=MessageText(say(marked, which.language), made.text),
        )
    return await _page(request, acting, which, form, tried=not form.errors)


def _filled_in(acting: Acting, which: Which, programme: Programme, words: MessageWords) -> MessageText:
    """The words with the people of an example."""
    values = example_values(
        which.kind,
        programme=programme.name,
        sender=AskingPolicy.model_validate(programme.model_dump()["asking"] or {}).sender_name,
        today=acting.actor.today,
        link=f"{settings().public_url.rstrip('/')}{EXAMPLE_PAGE}",
    )
    return message_text(words, which.language, values)


def _back(programme_id: UUID, done: str) -> Response:
    return RedirectResponse(f"/programmes/{programme_id}/message-texts?done={done}", status_code=303)


async def _page(request: Request, acting: Acting, which: Which, sent: Form | None, *, tried: bool = False) -> Response:
    """Show the form; the message beside it has what was typed, as far as that can be sent."""
    programme = await programme_of_the_team(acting, which.programme_id)
    own = await own_words(acting.session, which.programme_id, which.kind, which.language)
    now = MessageWords(own.subject, own.body) if own else BUILT_IN[which.kind, which.language]
    typed = MessageWords(sent.value("subject") or None, sent.value("body")) if sent and not sent.errors else now
    return page(
        request,
        "desk/message_texts/change.html",
        status=sent.status if sent and sent.errors else 200,
        programme=programme,
        which=which,
        when=WHEN[which.kind],
        own=own,
        now=now,
        form=sent or which.form.with_values({"subject": now.subject, "body": now.body}),
        placeholders=[(WORDS[which.language][one], MEANINGS[one]) for one in placeholders_for(which.kind)],
        example=_filled_in(acting, which, programme, typed),
        shows_typed=bool(sent and not sent.errors),
        tried=tried,
        mail_is_set_up=settings().mail_is_set_up,
        may_change=why_not(Act.CHANGE_PROGRAMME, roles_in(acting.actor, programme.id)) is None,
    )

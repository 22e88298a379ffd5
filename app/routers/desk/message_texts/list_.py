"""Shows which words a programme sends, kind by kind and language by language."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.message_words import read_own_words
from app.routers.acting import Team
from app.routers.desk.own_programme import programme_of_the_team
from app.routers.pages import page
from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.message_words import BUILT_IN
from app.rules.sentence import Sentence

router = APIRouter()

DONE = {
    "kept": Sentence("From now on messages have these words."),
    "built-in": Sentence("From now on messages have the standard words again."),
}
WHEN = {
    MessageKind.FIRST: Sentence("To the employer, on the day of the follow-up."),
    MessageKind.REMINDER: Sentence("To the employer, when no answer came."),
    MessageKind.PARTICIPANT: Sentence("To the participant, when you ask them."),
    MessageKind.TEXT: Sentence("To an employer of whom you only have a mobile number."),
}


@router.get("/programmes/{programme_id}/message-texts")
async def show(request: Request, programme_id: UUID, acting: Team, done: str = "") -> Response:
    """Each kind of message with its subject, and whether the words are the programme's own."""
    programme = await programme_of_the_team(acting, programme_id)
    own = await read_own_words(acting.session, programme_id)
    return page(
        request,
        "desk/message_texts/list.html",
        programme=programme,
        kinds=[
            (kind, WHEN[kind], [(language, own.get((kind, language))) for language in MessageLanguage])
            for kind in MessageKind
        ],
        built_in=BUILT_IN,
        done=DONE.get(done),
    )

"""Shows what a programme has sent, what waits to be sent, and what did not arrive."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.errors import NotFound
from app.queries.programme_messages import MessageGroup, MessagesPage, read_messages
from app.routers.acting import Team
from app.routers.pages import page
from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.use_cases.membership_roles import roles_in

router = APIRouter()

PAGE_LENGTH = 50
GROUPS = {
    MessageGroup.ATTENTION: Sentence("Did not arrive, or perhaps not"),
    MessageGroup.UNDER_WAY: Sentence("Waiting"),
    MessageGroup.DONE: Sentence("Sent"),
    MessageGroup.CANCELLED: Sentence("No longer needed"),
}
TONES = {
    "sent": "ok",
    "waiting": "info",
    "sending": "info",
    "handing_over": "info",
    "uncertain": "warning",
    "refused": "error",
    "bounced": "error",
}


@router.get("/programmes/{programme_id}/messages")
async def show(
    request: Request,
    programme_id: UUID,
    acting: Team,
    group: MessageGroup | None = None,
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> Response:
    """The messages, those that ask for attention first and then the latest."""
    if not roles_in(acting.actor, programme_id) & {Role.COORDINATOR, Role.COACH}:
        raise NotFound
    wanted = MessagesPage(programme_id=programme_id, group=group, limit=PAGE_LENGTH, offset=(number - 1) * PAGE_LENGTH)
    told = json.loads(await read_messages(acting.session, wanted, at=acting.actor.at))
    counts = {one: told["counts"].get(one, 0) for one in MessageGroup}
    return page(
        request,
        "desk/programme/messages.html",
        told=told,
        groups=GROUPS,
        tones=TONES,
        counts=counts,
        group=group,
        everything=sum(counts.values()),
        total=counts[group] if group else sum(counts.values()),
        number=number,
        length=PAGE_LENGTH,
    )

"""The log: who did what, and when."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.queries.administration import read_log
from app.routers.acting import Administrator
from app.routers.administration.log_changes import in_words
from app.routers.administration.log_words import ACTIONS, ORIGINS, THINGS
from app.routers.pages import page

router = APIRouter()

PAGE_LENGTH = 100


@router.get("/log")
async def show(
    request: Request, acting: Administrator, number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1
) -> Response:
    """What was done, the latest first."""
    found = await read_log(acting.session, limit=PAGE_LENGTH + 1, offset=(number - 1) * PAGE_LENGTH)
    return page(
        request,
        "administration/log.html",
        acts=found[:PAGE_LENGTH],
        number=number,
        has_more=len(found) > PAGE_LENGTH,
        actions=ACTIONS,
        things=THINGS,
        origins=ORIGINS,
        in_words=in_words,
    )

"""Who asked for outcome reports, about whom, and what came of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.outcomes.statement import Dimension
from app.queries.outcome_pulls import read_outcome_pulls
from app.routers.acting import Administrator
from app.routers.administration.log_words import ORIGINS
from app.routers.pages import page
from app.routers.report_request import GROUPING_NAMES
from app.rules.code_lists import PullResult
from app.rules.names import name_of

router = APIRouter()

PAGE_LENGTH = 100
TONES = {PullResult.PUBLISHED: "ok", PullResult.REFUSED: "warning", PullResult.EXACT: "info"}


@router.get("/outcome-pulls")
async def show(
    request: Request, acting: Administrator, number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1
) -> Response:
    """Every report that was asked for, the latest first."""
    found = await read_outcome_pulls(acting.session, limit=PAGE_LENGTH + 1, offset=(number - 1) * PAGE_LENGTH)
    return page(
        request,
        "administration/outcome_pulls.html",
        pulls=[
            {
                **pull,
                "split_by": [GROUPING_NAMES[Dimension(one)] for one in pull["group_by"]],
                "result": name_of(PullResult(pull["result"])),
                "tone": TONES[PullResult(pull["result"])],
            }
            for pull in found[:PAGE_LENGTH]
        ],
        number=number,
        has_more=len(found) > PAGE_LENGTH,
        origins=ORIGINS,
    )

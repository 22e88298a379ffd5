"""The saved reports that somebody may read, each with its latest edition."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.outcome_reports import read_saved_reports
from app.routers.acting import ReportKeeper
from app.routers.outcome_reports.scopes import scopes_of
from app.routers.pages import page
from app.rules.sentence import Sentence

router = APIRouter(prefix="/outcome-reports")
DONE = {"removed": Sentence("The report is taken away.")}


@router.get("")
async def show(request: Request, acting: ReportKeeper, done: str = "") -> Response:
    """The list."""
    return page(
        request,
        "outcomes/reports/list.html",
        reports=await read_saved_reports(acting.session),
        may_keep=bool(await scopes_of(acting)),
        done=DONE.get(done),
    )

"""Import in the browser: upload, preview, confirm, result."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from app.errors import Conflict, NotFound, TooLarge
from app.exchange.verdict_workbook import verdict_workbook
from app.exchange.workbook_parts import SheetName
from app.language import say
from app.models import ImportRun
from app.routers.acting import Acting, Coordinator
from app.routers.desk.import_work import opened, preview, write
from app.routers.pages import language_of, page
from app.rules.code_lists import ImportState
from app.rules.kept_sentences import with_sentences
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.import_workbook import import_workbook
from app.use_cases.receive_workbook import receive_workbook

router = APIRouter(prefix="/import")

BUSY = (ImportState.READING, ImportState.WRITING)
LOST_AFTER = timedelta(minutes=5)
"""A run of which nothing has been heard for so long was cut off, for instance by a restart."""
MEBIBYTE = 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("")
async def choose(request: Request, _acting: Coordinator) -> Response:
    """The form with which a file is chosen."""
    return page(request, "desk/import.html", limit=settings().upload_limit_mebibytes)


@router.post("")
async def upload(request: Request, acting: Coordinator, file: UploadFile, after: BackgroundTasks) -> Response:
    """Take in a file, and work out what it would do after answering."""
    limit = settings().upload_limit_mebibytes
    content = await file.read(limit * MEBIBYTE + 1)
    if len(content) > limit * MEBIBYTE:
        raise TooLarge(Sentence("The file is larger than %(limit)s megabytes.", limit=limit))
    run = await receive_workbook(acting.session, by=acting.actor, file_name=file.filename or "", content=content)
    after.add_task(preview, acting.actor, run.id)
    return _to(run.id)


@router.get("/{run_id}")
async def show(request: Request, acting: Coordinator, run_id: UUID) -> Response:
    """How far it is, what it would do, or what it did."""
    run = await _run(acting, run_id)
    lost = run.state in BUSY and acting.actor.at - run.changed_at > LOST_AFTER
    if lost or run.state is ImportState.FAILED:
        return page(request, "desk/import_failed.html", run=run, reason=_reason(run))
    if run.state in BUSY:
        return page(request, "desk/import_busy.html", run=run)
    report = with_sentences(run.verdicts)
    return page(request, "desk/import_report.html", run=run, report=report, sheets=list(SheetName))


@router.get("/{run_id}/verdicts")
async def download(request: Request, acting: Coordinator, run_id: UUID) -> Response:
    """The file handed back, with a verdict for every row. Only until it is confirmed: then we let go of the file."""
    run = await _run(acting, run_id)
    if run.state is not ImportState.PREVIEWED:
        raise NotFound(Sentence("The file is no longer here."))
    file = await opened(acting.actor, run_id)
    report = await import_workbook(acting.session, by=acting.actor, file=file, dry_run=True)
    content = verdict_workbook(file.sheets, report, partial(say, language=language_of(request)))
    headers = {"Content-Disposition": 'attachment; filename="bestendig.xlsx"', "Cache-Control": "no-store"}
    return Response(content, media_type=XLSX, headers=headers)


@router.post("/{run_id}/confirmation")
async def confirm(acting: Coordinator, run_id: UUID, after: BackgroundTasks) -> Response:
    """Do it. A second press of the button finds it being done."""
    run = await acting.session.get(ImportRun, run_id, with_for_update=True)
    if run is None:
        raise NotFound(Sentence("This import is not there."))
    if run.state is ImportState.PREVIEWED:
        run.state, run.rows_done = ImportState.WRITING, 0
        after.add_task(write, acting.actor, run_id)
    return _to(run_id)


@router.post("/{run_id}/cancellation")
async def cancel(acting: Coordinator, run_id: UUID) -> Response:
    """Drop the file; nothing of it is imported."""
    run = await _run(acting, run_id)
    if run.state is ImportState.WRITING:
        raise Conflict(Sentence("This import is being written."))
    await acting.session.delete(run)
    return RedirectResponse("/import", status_code=303)


async def _run(acting: Acting, run_id: UUID) -> ImportRun:
    run = await acting.session.get(ImportRun, run_id)
    if run is None:
        raise NotFound(Sentence("This import is not there."))
    return run


def _reason(run: ImportRun) -> object:
    told = with_sentences(run.verdicts)
    refused = told.get("refused") if isinstance(told, dict) else None
    return refused or Sentence("The import was cut off. Nothing has been imported.")


def _to(run_id: UUID) -> Response:
    return RedirectResponse(f"/import/{run_id}", status_code=303)

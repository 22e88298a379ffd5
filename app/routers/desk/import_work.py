"""The long part of an import, after the answer to the browser: reading, and writing when it has been confirmed.

Each part has a transaction of its own; how far it is goes into the import run by another one, so that the page can
show it meanwhile. When the server stops halfway, nothing has been written and the run is simply left behind.
"""

from __future__ import annotations

import asyncio
import logging
from uuid import UUID

from app.actor import Actor
from app.database import session_for
from app.errors import Refusal
from app.exchange.notices_told import notices_told
from app.exchange.read_file import ReadFile, read_file
from app.exchange.report_data import report_data
from app.models import ImportRun
from app.rules.code_lists import ImportState
from app.rules.kept_sentences import kept
from app.rules.sentence import Sentence
from app.use_cases.import_workbook import import_workbook

log = logging.getLogger(__name__)

UNEXPECTED = Sentence("Something went wrong on our side. Nothing has been imported.")


async def preview(actor: Actor, run_id: UUID) -> None:
    """Work out what the file would do."""
    await _work(actor, run_id, dry_run=True)


async def write(actor: Actor, run_id: UUID) -> None:
    """Do what the preview showed."""
    await _work(actor, run_id, dry_run=False)


async def _work(actor: Actor, run_id: UUID, *, dry_run: bool) -> None:
    try:
        file = await opened(actor, run_id)
        await _tell(actor, run_id, rows_total=file.row_count)

        async def progress(done: int, total: int) -> None:
            await _tell(actor, run_id, rows_done=done, rows_total=total)

        async with session_for(actor) as session:
            report = await import_workbook(session, by=actor, file=file, dry_run=dry_run, progress=progress)
        state = ImportState.PREVIEWED if dry_run else ImportState.DONE
        told = [kept(notice) for notice in notices_told(report.notices)]
        await _tell(actor, run_id, state=state, verdicts={**report_data(report, kept), "told": told})
        if not dry_run:
            await _tell(actor, run_id, content=None)
    except Refusal as refusal:
        await _fail(actor, run_id, refusal.detail)
    except Exception:  # whatever happens, the person at the screen is told
        log.exception("An import failed")
        await _fail(actor, run_id, UNEXPECTED)


async def opened(actor: Actor, run_id: UUID) -> ReadFile:
    """The file of a run, read. Reading takes the processor, so it happens beside the other requests."""
    async with session_for(actor) as session:
        run = await session.get_one(ImportRun, run_id)
        content = run.content or b""
    return await asyncio.to_thread(read_file, content, actor.today)


async def _fail(actor: Actor, run_id: UUID, reason: str) -> None:
    put = kept(reason) if isinstance(reason, Sentence) else reason
    await _tell(actor, run_id, state=ImportState.FAILED, message=str(reason), verdicts={"refused": put}, content=None)


async def _tell(actor: Actor, run_id: UUID, **news: object) -> None:
    async with session_for(actor) as session:
        run = await session.get_one(ImportRun, run_id)
        for name, value in news.items():
            setattr(run, name, value)

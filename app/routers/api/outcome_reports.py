"""/v1/outcome-reports"""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Path, Request
from fastapi.responses import JSONResponse, Response

from app.models import OutcomeReport
from app.models.base import MunicipalityCode
from app.models.outcome_edition import EditionChangesPublic, EditionContent, EditionCreate, EditionPublic
from app.models.outcome_report import ReportCreate, ReportPublic, ReportUpdate
from app.outcomes.changes_format import changes_object
from app.outcomes.pull import PublishedReport
from app.outcomes.since_then import what_changed
from app.queries.outcome_reports import EDITIONS, REPORTS, read_edition
from app.routers.acting import ReportCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.outcomes import refuse
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.routers.edition_bytes import edition_bytes
from app.use_cases.keep_outcome_report import change_report, remove_report, save_report
from app.use_cases.load import load
from app.use_cases.publish_edition import publish_edition

router = APIRouter(prefix="/outcome-reports", tags=["outcomes"])
Number = Annotated[int, Path(ge=1, le=1_000_000)]
Known = Annotated[str | None, Header(alias="If-None-Match", description="The ETag of an edition that you have.")]


@router.get("", response_model=page_of(ReportPublic))
async def list_outcome_reports(
    request: Request,
    acting: ReportCaller,
    wanted: PageWanted,
    programme: UUID | None = None,
    municipality: MunicipalityCode | None = None,
) -> Response:
    """List saved reports: of the programmes and the municipality whose outcomes you may read."""
    return await answer_page(request, acting, REPORTS, wanted, programme=programme, municipality=municipality)


@router.post("", status_code=201, response_model=ReportPublic)
async def create_outcome_report(acting: ReportCaller, report: ReportCreate) -> Response:
    """Save a report. For coordinators of the programme, and for the municipality about its residents."""
    saved = await save_report(acting.session, by=acting.actor, report=report)
    return await answer_new(acting, REPORTS, saved.id, at=f"/v1/outcome-reports/{saved.id}")


@router.get("/{report_id}", response_model=ReportPublic)
async def get_outcome_report(acting: ReportCaller, report_id: UUID) -> Response:
    """Read one saved report."""
    return await answer_one(acting, REPORTS, report_id)


@router.patch("/{report_id}", response_model=ReportPublic)
async def update_outcome_report(
    acting: ReportCaller, report_id: UUID, version: VersionRead, change: ReportUpdate
) -> Response:
    """Change what a saved report asks. Editions that were published stay as they are."""
    await change_report(acting.session, by=acting.actor, report_id=report_id, version=version, change=change)
    return await answer_one(acting, REPORTS, report_id)


@router.delete("/{report_id}", status_code=204)
async def delete_outcome_report(acting: ReportCaller, report_id: UUID, version: VersionRead) -> Response:
    """Take a saved report away, as long as no edition of it was published."""
    await remove_report(acting.session, by=acting.actor, report_id=report_id, version=version)
    return Response(status_code=204)


@router.get("/{report_id}/editions", response_model=page_of(EditionPublic))
async def list_editions(request: Request, acting: ReportCaller, wanted: PageWanted, report_id: UUID) -> Response:
    """List the editions of a report."""
    await load(acting.session, OutcomeReport, report_id)
    return await answer_page(request, acting, EDITIONS, wanted, report=report_id)


@router.post("/{report_id}/editions", status_code=201, response_model=EditionContent)
async def create_edition(acting: ReportCaller, report_id: UUID, wanted: EditionCreate) -> Response:
    """Publish the next edition, from what is known now. It is worked out, kept, and never changes again."""
    edition = await publish_edition(acting.session, by=acting.actor, report_id=report_id, as_of=wanted.as_of)
    if isinstance(edition, PublishedReport):
        return refuse(edition)
    answer = edition_bytes(edition, status=201)
    answer.headers["Location"] = f"/v1/outcome-reports/{report_id}/editions/{edition.number}"
    return answer


@router.get("/{report_id}/editions/{number}", response_model=EditionContent)
async def get_edition(acting: ReportCaller, report_id: UUID, number: Number, known: Known = None) -> Response:
    """Read an edition: the same bytes for ever. The ETag is their SHA-256, which Repr-Digest tells as well."""
    return edition_bytes(await read_edition(acting.session, report_id, number, by=acting.actor), known=known)


@router.get("/{report_id}/editions/{number}/changes", response_model=EditionChangesPublic)
async def list_changes(acting: ReportCaller, report_id: UUID, number: Number) -> Response:
    """List what has changed since an edition: the number that was published and the one that would be now, and why."""
    edition = await read_edition(acting.session, report_id, number, by=acting.actor)
    content = json.loads(edition.content)
    changed = await what_changed(acting.session, by=acting.actor, edition=edition, content=content)
    if isinstance(changed, PublishedReport):
        return refuse(changed)
    return JSONResponse(changes_object(edition, changed, acting.actor.at))

"""Publishes an edition of a saved report: works it out, withholds what could point at somebody, and keeps the bytes."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import NotFound
from app.models import Municipality, OutcomeEdition, OutcomeReport, Programme
from app.outcomes.edition import Publication, content_of, request_of, split_by
from app.outcomes.pull import PublishedReport, published_report
from app.outcomes.references import references_beside
from app.rules.reference_day import reference_day
from app.settings import settings
from app.use_cases.audit import audit
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.keep_outcome_report import require_keeper


async def publish_edition(
    session: AsyncSession, *, by: Actor, report_id: UUID, as_of: date | None = None
) -> OutcomeEdition | PublishedReport:
    """Publish the next edition of a report, from what is known at this moment. Two at once wait for each other.

    It is about the report's own reference day, unless `as_of` names another. Where it would be too much like an earlier
    report, the refused one is the answer: no exception, so that it stays in the log.
    """
    report = await session.get(OutcomeReport, report_id, with_for_update=True, populate_existing=True)
    if report is None:
        raise NotFound
    require_keeper(by, report)
    as_of = as_of or reference_day(report.reference_day, by.today)
    raise_for([not_in_future("as_of", as_of, by.today)])
    asked = request_of(report, split_by(report.group_by, report.and_by), as_of=as_of, known_at=by.at)
    given = await published_report(session, by=by, asked=asked)
    if given.is_refused:
        return given
    latest = await session.scalar(select(func.max(OutcomeEdition.number)).where(OutcomeEdition.report_id == report_id))
    published = Publication(
        report=report,
        number=(latest or 0) + 1,
        programme=await _programme(session, report.programme_id),
        municipality=await _municipality(session, report.municipality_code),
        as_of=given.asked.as_of,
        known_at=given.asked.known_at,
        threshold=settings().disclosure_threshold,
        rows=[row for row in given.rows if not report.metrics or row.metric in report.metrics],
        durations=() if report.metrics else given.durations,
        own_metrics=given.asked.own_metrics,
        references=await references_beside(session, given.asked),
        levels={code: told for code, told in given.levels.items() if not report.metrics or code in report.metrics},
    )
    return await _keep(session, by, published)


async def _keep(session: AsyncSession, by: Actor, published: Publication) -> OutcomeEdition:
    content = content_of(published)
    edition = OutcomeEdition(
        report_id=published.report.id,
        programme_id=published.report.programme_id,
        municipality_code=published.report.municipality_code,
        number=published.number,
        as_of=published.as_of,
        known_at=published.known_at,
        content=content,
        digest=sha256(content).hexdigest(),
    )
    session.add(edition)
    await session.flush()
    await audit(
        session,
        by=by,
        action="publish",
        object_type="outcome_edition",
        object_id=edition.id,
        programme_id=edition.programme_id,
        changes={
            "report_id": (None, edition.report_id),
            "number": (None, edition.number),
            "as_of": (None, edition.as_of),
            "digest": (None, edition.digest),
        },
    )
    return edition


async def _programme(session: AsyncSession, programme_id: UUID | None) -> str | None:
    return await session.scalar(select(Programme.name).where(Programme.id == programme_id)) if programme_id else None


async def _municipality(session: AsyncSession, code: str | None) -> str | None:
    """The name of a municipality, or the code of one that the installation does not know."""
    if code is None:
        return None
    return await session.scalar(select(Municipality.name).where(Municipality.code == code)) or code

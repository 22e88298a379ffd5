"""Saved reports and their editions: as other programs read them, and as the pages do, in one statement each."""

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Forbidden, NotFound
from app.models import OutcomeEdition, OutcomeReport
from app.models.outcome_edition import EditionPublic
from app.models.outcome_report import ReportPublic
from app.outcomes.edition import grouping_of
from app.outcomes.overlap import told_twice
from app.queries.collection import Collection
from app.queries.json_answers import table_of

report, edition = table_of(OutcomeReport), table_of(OutcomeEdition)
LATEST = select(func.max(edition.c.number)).where(edition.c.report_id == report.c.id).scalar_subquery()

REPORTS = Collection(
    ReportPublic,
    (report,),
    filters={
        "programme": report.c.programme_id == bindparam("programme"),
        "municipality": report.c.municipality_code == bindparam("municipality"),
    },
    own={"latest_edition": LATEST},
)
EDITIONS = Collection(EditionPublic, (edition,), filters={"report": edition.c.report_id == bindparam("report")})

SAVED = """
    SELECT saved.id, saved.title, saved.version, saved.metrics, saved.group_by, saved.and_by, saved.reference_day,
           saved.programme_id, saved.municipality_code,
           coalesce(programme.name, municipality.name, saved.municipality_code) AS about
    FROM outcome_report AS saved
    LEFT JOIN programme ON programme.id = saved.programme_id
    LEFT JOIN municipality ON municipality.code = saved.municipality_code
"""
LIST = text(
    f"""
    SELECT saved.*, latest.number AS latest_edition, latest.as_of, latest.recorded_at AS published_at
    FROM ({SAVED}) AS saved
    LEFT JOIN LATERAL (
        SELECT number, as_of, recorded_at FROM outcome_edition
        WHERE report_id = saved.id ORDER BY number DESC LIMIT 1
    ) AS latest ON true
    ORDER BY about, title, saved.id
    """
)
ONE = text(f"SELECT saved.* FROM ({SAVED}) AS saved WHERE saved.id = :report")
EDITIONS_OF = text(
    "SELECT number, as_of, known_at, recorded_at FROM outcome_edition WHERE report_id = :report ORDER BY number DESC"
)
ONE_EDITION = select(OutcomeEdition).where(
    edition.c.report_id == bindparam("report"), edition.c.number == bindparam("number")
)


async def read_saved_reports(session: AsyncSession) -> Sequence[RowMapping]:
    """The reports that the actor may read, with the latest edition of each."""
    return (await session.execute(LIST)).mappings().all()


async def read_saved_report(session: AsyncSession, report_id: UUID) -> RowMapping:
    """One saved report. Raises NotFound when it is not there or not the actor's to see."""
    found = (await session.execute(ONE, {"report": report_id})).mappings().one_or_none()
    if found is None:
        raise NotFound
    return found


async def read_editions(session: AsyncSession, report_id: UUID) -> Sequence[RowMapping]:
    """The editions of a report, the latest first, without their content."""
    return (await session.execute(EDITIONS_OF, {"report": report_id})).mappings().all()


async def read_edition(session: AsyncSession, report_id: UUID, number: int, *, by: Actor) -> OutcomeEdition:
    """One edition with its content. Raises NotFound when it is not there or not the actor's to see.

    Raises Forbidden where its groups are part of another report that the actor may read.
    """
    found = (await session.scalars(ONE_EDITION, {"report": report_id, "number": number})).one_or_none()
    if found is None:
        raise NotFound
    group_by = grouping_of(json.loads(found.content))
    if reason := told_twice(by, about_programme=found.programme_id is not None, group_by=group_by):
        raise Forbidden(reason)
    return found

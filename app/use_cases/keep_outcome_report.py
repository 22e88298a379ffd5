"""Saves a report on outcomes, changes what it asks, and takes it away while nothing was published of it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict, FieldError, Forbidden
from app.models import OutcomeEdition, OutcomeReport, OwnMetric, Programme
from app.models.outcome_report import ReportCreate, ReportFields, ReportUpdate
from app.outcomes.grouping import not_together
from app.outcomes.overlap import tell_each_other
from app.outcomes.statement import TEAM_ONLY, Dimension
from app.rules.code_lists import Role
from app.rules.metrics import PUBLISHED
from app.rules.permissions import REFUSALS, Act
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.refer import referred_to
from app.use_cases.set_values import set_values


async def save_report(session: AsyncSession, *, by: Actor, report: ReportCreate) -> OutcomeReport:
    """Save a report about a programme that the actor coordinates or was let into, or about the own residents."""
    if (report.programme_id is None) == (report.municipality_code is None):
        raise_for([fault("programme_id", "not-one", Sentence("Ask about one programme or one municipality."))])
    if report.programme_id:
        await referred_to(session, Programme, report.programme_id, field="programme_id")
    own_codes = await _own_codes(session, report.programme_id)
    raise_for(_faults(report, own_codes, report.group_by, report.and_by))
    saved = OutcomeReport(**report.model_dump(), recorded_by=by.account_id)
    require_keeper(by, saved)
    session.add(saved)
    await session.flush()
    await _audit(session, by, "add", saved, {name: (None, new) for name, new in report.model_dump().items() if new})
    return saved


async def change_report(
    session: AsyncSession, *, by: Actor, report_id: UUID, version: int, change: ReportUpdate
) -> OutcomeReport:
    """Change what a saved report asks; only the fields that were sent. Editions stay as they are."""
    report = await load_to_change(session, OutcomeReport, report_id, version)
    require_keeper(by, report)
    values = change.model_dump(exclude_unset=True)
    group_by, and_by = (values.get(name, getattr(report, name)) for name in ("group_by", "and_by"))
    raise_for(_faults(change, await _own_codes(session, report.programme_id), group_by, and_by))
    changes = set_values(report, values)
    await session.flush()
    await _audit(session, by, "change", report, changes)
    return report


async def remove_report(session: AsyncSession, *, by: Actor, report_id: UUID, version: int) -> None:
    """Take a saved report away. Raises Conflict when an edition of it was published: that stays for ever."""
    report = await load_to_change(session, OutcomeReport, report_id, version)
    require_keeper(by, report)
    if (await session.scalars(select(OutcomeEdition.id).where(OutcomeEdition.report_id == report_id))).first():
        raise Conflict(Sentence("An edition of this report was published, so it stays."))
    await session.delete(report)
    await session.flush()
    await _audit(session, by, "remove", report, {"title": (report.title, None)})


def require_keeper(by: Actor, report: OutcomeReport) -> None:
    """Refuse whoever does not keep this report. Raises Forbidden."""
    if not keeps(by, report):
        raise Forbidden(REFUSALS[Act.KEEP_REPORTS])


def keeps(by: Actor, report: OutcomeReport) -> bool:
    """Whether somebody keeps a report, and so may change and publish it.

    That is the coordinator of the programme, or the municipality about its residents. Somebody of a municipality who
    was let into one programme keeps the reports about it that are their own.
    """
    if by.is_operator:
        return True
    if report.municipality_code:
        return report.municipality_code in by.municipalities()
    their_own = by.account_id is not None and report.recorded_by == by.account_id
    return report.programme_id in by.programmes(Role.COORDINATOR) or (
        their_own and report.programme_id in by.programmes(Role.MUNICIPALITY)
    )


async def _own_codes(session: AsyncSession, programme_id: UUID | None) -> set[str]:
    """The programme's own metrics that a published report can have."""
    own = select(OwnMetric.code).where(OwnMetric.programme_id == programme_id, col(OwnMetric.team_only).is_(False))
    return set((await session.scalars(own)).all())


def _faults(
    report: ReportFields, own_codes: Collection[str], group_by: str | None, and_by: str | None
) -> list[FieldError]:
    faults = []
    if not {*PUBLISHED, *own_codes} >= set(report.metrics or ()):
        faults.append(fault("metrics", "unknown", Sentence("Choose metrics that are published. See /v1/metrics.")))
    published = {one.value: one for one in Dimension if one not in TEAM_ONLY}
    unknown = [name for name, one in (("group_by", group_by), ("and_by", and_by)) if one and one not in published]
    reason = Sentence("A report can be split by %(dimensions)s.", dimensions=", ".join(published))
    faults += [fault(name, "unknown", reason) for name in unknown]
    if and_by and not unknown:
        first, second = published[group_by] if group_by else None, published[and_by]
        if told := not_together(first, second) or tell_each_other({first, second}):
            faults.append(fault("and_by", "not-together", told))
    return faults


async def _audit(session: AsyncSession, by: Actor, action: str, report: OutcomeReport, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="outcome_report",
        object_id=report.id,
        programme_id=report.programme_id,
        changes=changes,
    )

"""Works out which report somebody gets who asks for outcomes: the exact one of their own programmes, or the published.

What is published is always one whole report: about one programme or one municipality, with every metric and split by at
most two things, from which the rows are shown that were asked for. Parts of it, or cohorts by themselves, would let
somebody work out by comparison what the whole withholds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import FieldError, InvalidInput
from app.outcomes.formats import AnyRow
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.pull import PublishedReport, exact_report, published_report
from app.outcomes.references import references_beside
from app.outcomes.report import ReportRequest
from app.outcomes.statement import Dimension
from app.rules.code_lists import Role
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS, PUBLISHED
from app.rules.reference_comparison import Reference
from app.rules.sentence import Sentence
from app.rules.standards import ASKED_ONLY, REGISTRY

MOST_PUBLISHED_GROUPINGS = 2
"""Of three at once nearly all groups would be too small."""


TOLD_ELSEWHERE = Sentence(
    "This is a curve or a series. It stands at /programmes/{id}/durations or /programmes/{id}/series."
)


@dataclass(frozen=True, kw_only=True)
class OutcomesWanted:
    """What somebody asks for; what is empty or None is left to us."""

    programmes: frozenset[UUID] = frozenset()
    cohorts: frozenset[UUID] = frozenset()
    municipalities: frozenset[str] = frozenset()
    metrics: tuple[str, ...] = ()
    group_by: tuple[Dimension, ...] = ()
    as_of: date | None = None
    known_at: datetime | None = None


@dataclass(frozen=True)
class Outcomes:
    """The rows and the metrics that they are of; what they are held against; and the whole published report,
    unless the rows are exact.

    There are no rows where it is refused, being too much like an earlier one.
    """

    rows: Sequence[AnyRow]
    metrics: Mapping[str, Metric]
    references: Sequence[Reference] = ()
    published: PublishedReport | None = None

    @property
    def refused(self) -> PublishedReport | None:
        """The published report, where it is refused."""
        return self.published if self.published and self.published.is_refused else None


async def outcomes(session: AsyncSession, *, by: Actor, wanted: OutcomesWanted, as_published: bool = False) -> Outcomes:
    """The rows that somebody asks for. Without a scope: their own programmes, or else their own municipality.

    They are exact for who coordinates all of it, unless asked as published. Raises InvalidInput for a metric that is
    not there, a day to come, or a part of what is only published whole, and NotFound for a scope that is not theirs
    to read about.
    """
    programmes, municipalities = _scope(by, wanted)
    is_exact = not as_published and bool(programmes) and by.programmes(Role.COORDINATOR) >= programmes
    whole = ReportRequest(
        metrics=tuple((METRICS if is_exact else PUBLISHED).values()),
        as_of=wanted.as_of or by.today,
        known_at=min(by.at, wanted.known_at or by.at),
        programmes=programmes or None,
        cohorts=wanted.cohorts or None,
        municipalities=municipalities or None,
        group_by=tuple(dict.fromkeys(wanted.group_by)),
    )
    whole = await with_own_metrics(session, whole, published=not is_exact)
    everyday = {metric.code: metric for metric in whole.metrics}
    there = everyday | (ASKED_ONLY if is_exact else {})
    if {*(one.code for one in whole.curves), *(one.code for one in whole.series)} & set(wanted.metrics):
        raise InvalidInput([FieldError("metric", "not-a-share", TOLD_ELSEWHERE)])
    _check(by, wanted, there, is_exact=is_exact, scopes=len(programmes) + len(municipalities))
    asked = tuple(dict.fromkeys(wanted.metrics)) or tuple(everyday)
    references = await references_beside(session, whole)
    if is_exact:
        asked_for = replace(whole, metrics=tuple(there[code] for code in asked))
        return Outcomes(await exact_report(session, by=by, asked=asked_for), there, references)
    report = await published_report(session, by=by, asked=whole)
    rows = [row for row in report.rows if row.metric in asked]
    return Outcomes(rows, there, references, report)


def _scope(by: Actor, wanted: OutcomesWanted) -> tuple[frozenset[UUID], frozenset[str]]:
    if wanted.programmes or wanted.municipalities:
        return wanted.programmes, wanted.municipalities
    own = by.programmes(Role.COORDINATOR)
    if own or by.municipalities():
        return own, frozenset() if own else by.municipalities()
    return by.programmes(Role.COACH, Role.MUNICIPALITY), frozenset()


def _check(by: Actor, wanted: OutcomesWanted, there: Mapping[str, Metric], *, is_exact: bool, scopes: int) -> None:
    faults = []
    if not there.keys() | REGISTRY.keys() >= set(wanted.metrics):
        faults.append(FieldError("metric", "unknown", Sentence("There is no such metric. See /v1/metrics.")))
    elif not there.keys() >= set(wanted.metrics):
        faults.append(
            FieldError("metric", "not-allowed", Sentence("This metric is for the team of the programme only."))
        )
    if wanted.as_of is not None and wanted.as_of > by.today:
        faults.append(FieldError("as_of", "in-future", Sentence("This day is still to come.")))
    if not is_exact and scopes != 1:
        faults.append(FieldError("programme", "not-one", Sentence("Ask about one programme or one municipality.")))
    if not is_exact and wanted.cohorts:
        faults.append(FieldError("cohort", "not-allowed", Sentence("Ask for groupBy=cohort instead.")))
    if not is_exact and len(set(wanted.group_by)) > MOST_PUBLISHED_GROUPINGS:
        faults.append(FieldError("group_by", "too-many", Sentence("Group by two things at most.")))
    if faults:
        raise InvalidInput(faults)

"""Pulls a report on somebody's behalf: exact for the coordinator, controlled for everyone else; always in the log.

Disclosure control has two halves. `app.rules.disclosure` makes one report safe; here a report is held against those
that were published before, because the difference between two safe reports can be about one person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Forbidden, NotFound
from app.outcomes.durations import DurationRow, PublishedDuration, duration_report, durations_to_publish
from app.outcomes.grouping import as_asked
from app.outcomes.language_matrices import Matrices, count_levels
from app.outcomes.overlap import told_twice
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.published_tables import keep_tables, published_days
from app.outcomes.remember import EarlierReport, earlier_reports, remember
from app.outcomes.report import RememberedReport, ReportRequest, outcome_report, outcome_report_to_remember
from app.rules.code_lists import PullResult, Role
from app.rules.differencing import NO_DIFFERENCE, difference, same_as, together, too_like
from app.rules.disclosure import PublishedRow, Suppressed, publish_beside
from app.rules.outcome_numbers import OutcomeRow
from app.rules.published_days import Moment
from app.rules.report_cells import COUNT_FIELDS
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.audit import audit


@dataclass(frozen=True, kw_only=True)
class PublishedReport:
    """What somebody gets who asks for a report: its rows, and the scope and moment that they are about.

    `too_like` is the earlier report from which the one that was asked for differs by too few people, or beside which it
    `gives_away` something about a few. Then that earlier one is here in its place or, when a day was named, there are
    no rows. `split_at` is another day of which the groups can be read, where on this one they are withheld for it.
    """

    asked: ReportRequest
    rows: Sequence[PublishedRow]
    durations: Sequence[PublishedDuration] = ()
    levels: Matrices = field(default_factory=dict)
    too_like: EarlierReport | None = None
    gives_away: bool = False
    split_at: Moment | None = None
    first_known_at: datetime | None = None
    """When it was first published that the same people have the same states, if that was before."""

    @property
    def is_refused(self) -> bool:
        return self.too_like is not None and not self.rows


async def published_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> PublishedReport:
    """A report as it may leave the programme team: rounded, and nothing that could point at somebody.

    Who asks for today's, and not for that of a day, gets the latest one that was published where today's may not be.
    Raises NotFound when the scope is not wholly within what the actor may read about, and Forbidden for groups that
    are part of another report that the actor may read.
    """
    if reason := told_twice(by, about_programme=bool(asked.programmes), group_by=asked.group_by):
        raise Forbidden(reason)
    if any(metric.team_only for metric in asked.metrics):
        raise ValueError("a metric for the team only is not published")
    first = await _published(session, by, asked)
    if first.too_like is None or (asked.as_of, asked.known_at) != (by.today, by.at):
        return first
    earlier = first.too_like
    if not earlier.is_same_scope:
        return first
    second = await _published(session, by, replace(asked, as_of=earlier.as_of, known_at=earlier.known_at))
    return first if second.is_refused else replace(second, too_like=earlier, gives_away=first.gives_away)


async def exact_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[OutcomeRow]:
    """Exact numbers, not for publication, of programmes that the actor coordinates; of all for the operator."""
    refuse_but_coordinator(by, asked)
    exact = await outcome_report(session, by=by, asked=asked)
    await log_pull(session, by, asked, "read exact outcomes")
    await remember(session, by=by, asked=asked, result=PullResult.EXACT)
    return list(exact)


async def exact_durations(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[DurationRow]:
    """How long things took and lasted, exact and not for publication, in programmes that the actor coordinates."""
    refuse_but_coordinator(by, asked)
    rows = await duration_report(session, by=by, asked=asked)
    await log_pull(session, by, asked, "read exact durations")
    return rows


async def exact_levels(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> Matrices:
    """From which language level to which people went, exact, in programmes that the actor coordinates."""
    refuse_but_coordinator(by, asked)
    levels = await count_levels(session, by=by, asked=asked)
    await log_pull(session, by, asked, "read exact language levels")
    return levels.exact()


def refuse_but_coordinator(by: Actor, asked: ReportRequest) -> None:
    """Only who coordinates all programmes in the scope reads exact numbers, and the people behind them."""
    if by.is_operator:
        return
    if not asked.programmes or not by.programmes(Role.COORDINATOR).issuperset(asked.programmes):
        raise NotFound(Sentence("There is no such report, or it is not yours to read."))


async def _published(session: AsyncSession, by: Actor, asked: ReportRequest) -> PublishedReport:
    """The report, or the earlier one that it is too much like. Under the threshold there is nothing to subtract."""
    asked = await with_own_metrics(session, asked, published=True)
    report = await outcome_report_to_remember(session, by=by, asked=asked)
    durations = await durations_to_publish(session, by=by, asked=asked)
    levels = await count_levels(session, by=by, asked=asked)
    of_curves_and_levels = together(durations.fingerprint, levels.fingerprint)
    report = replace(report, fingerprint=together(report.fingerprint, of_curves_and_levels))
    threshold = settings().disclosure_threshold
    earlier = await earlier_reports(session, asked) if report.people >= threshold else []
    like, is_the_same = _like(report, earlier, threshold)
    if like and not is_the_same:
        return await _refused(session, by, asked, like)
    is_known = like and like.is_same_scope and like.own_fingerprints.keys() >= report.own_fingerprints.keys()
    known_as = like.id if like and is_known else None
    days = await published_days(session, asked, known_as)
    publication = publish_beside(report.rows, threshold, days)
    if publication.is_blank and days.others:
        return replace(await _refused(session, by, asked, earlier[0]), gives_away=True)
    rows = as_asked(publication.rows, asked.dimensions())
    is_new = report.people >= threshold and known_as is None
    await log_pull(session, by, asked, "pull outcomes")
    pull_id = await remember(
        session,
        by=by,
        asked=asked,
        result=PullResult.PUBLISHED,
        withheld=sum(isinstance(getattr(row, count), Suppressed) for row in rows for count in COUNT_FIELDS),
        fingerprint=report.fingerprint if is_new else None,
        own_fingerprints=list(report.own_fingerprints.values()) if is_new else (),
        like=like,
    )
    if report.people >= threshold:
        await keep_tables(session, known_as or pull_id, publication.decided)
    return PublishedReport(
        asked=asked,
        rows=rows,
        durations=durations.published(asked, rows, threshold),
        levels=levels.published(rows, threshold),
        split_at=days.elsewhere.get(max(publication.blank, key=len)) if publication.blank else None,
        first_known_at=like.known_at if like else None,
    )


async def _refused(session: AsyncSession, by: Actor, asked: ReportRequest, like: EarlierReport) -> PublishedReport:
    await log_pull(session, by, asked, "refuse outcomes")
    await remember(session, by=by, asked=asked, result=PullResult.REFUSED, like=like)
    return PublishedReport(asked=asked, rows=(), too_like=like)


def _like(
    report: RememberedReport, earlier: Sequence[EarlierReport], threshold: int
) -> tuple[EarlierReport | None, bool]:
    """The earlier report that this one is the same as, or else one that it is too much like; and whether the same.

    What was published of the same people in the same states may be read again, also when it is near another one.
    """
    differences = [_difference(report, one) for one in earlier]
    same = same_as(NO_DIFFERENCE, differences)
    if same is not None:
        return earlier[same], True
    near = too_like(NO_DIFFERENCE, differences, threshold)
    return (None if near is None else earlier[near]), False


def _difference(report: RememberedReport, earlier: EarlierReport) -> bytes:
    """Where they differ in the metrics of the registry, and in the own metrics that both have in the same version."""
    own = report.own_fingerprints.keys() & earlier.own_fingerprints.keys()
    return difference(
        [
            (report.fingerprint, earlier.fingerprint),
            *((report.own_fingerprints[one], earlier.own_fingerprints[one]) for one in own),
        ]
    )


async def log_pull(session: AsyncSession, by: Actor, asked: ReportRequest, action: str) -> None:
    """Keep in the log who asked for what."""
    of_one_programme = asked.programmes is not None and len(asked.programmes) == 1
    await audit(
        session,
        by=by,
        action=action,
        object_type="outcome_report",
        programme_id=next(iter(asked.programmes or ())) if of_one_programme else None,
        changes={
            "metrics": (None, [metric.named for metric in asked.metrics]),
            "programmes": (None, sorted(str(programme) for programme in asked.programmes or ())),
            "cohorts": (None, sorted(str(cohort) for cohort in asked.cohorts or ())),
            "municipalities": (None, sorted(asked.municipalities or ())),
            "group_by": (None, [dimension.value for dimension in asked.group_by]),
            "as_of": (None, asked.as_of),
            "known_at": (None, asked.known_at),
        },
    )

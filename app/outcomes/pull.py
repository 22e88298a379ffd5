"""Pulls a report on somebody's behalf: exact for the coordinator, controlled for everyone else; always in the log."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import NotFound
from app.outcomes.report import ReportRequest, outcome_report
from app.rules.code_lists import Role
from app.rules.disclosure import PublishedRow, publish
from app.rules.outcome_numbers import OutcomeRow
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.audit import audit


async def published_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[PublishedRow]:
    """A report as it may leave the programme team: rounded, and nothing that could point at somebody.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    if any(metric.team_only for metric in asked.metrics):
        raise ValueError("a metric for the team only is not published")
    exact = await outcome_report(session, by=by, asked=asked)
    await log_pull(session, by, asked, "pull outcomes")
    return publish(exact, settings().disclosure_threshold)


async def exact_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[OutcomeRow]:
    """Exact numbers, not for publication, of programmes that the actor coordinates."""
    refuse_but_coordinator(by, asked)
    exact = await outcome_report(session, by=by, asked=asked)
    await log_pull(session, by, asked, "read exact outcomes")
    return list(exact)


def refuse_but_coordinator(by: Actor, asked: ReportRequest) -> None:
    """Only who coordinates all programmes in the scope reads exact numbers, and the people behind them."""
    if not asked.programmes or not by.programmes(Role.COORDINATOR).issuperset(asked.programmes):
        raise NotFound(Sentence("There is no such report, or it is not yours to read."))


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
            "metrics": (None, [f"{metric.code} {metric.version}" for metric in asked.metrics]),
            "programmes": (None, sorted(str(programme) for programme in asked.programmes or ())),
            "cohorts": (None, sorted(str(cohort) for cohort in asked.cohorts or ())),
            "municipalities": (None, sorted(asked.municipalities or ())),
            "group_by": (None, [dimension.value for dimension in asked.group_by]),
            "as_of": (None, asked.as_of),
            "known_at": (None, asked.known_at),
        },
    )

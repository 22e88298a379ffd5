"""What a programme's own metrics say today: a share, a curve, or a share for each month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.language import Language
from app.outcomes.duration_sentence import duration_sentence
from app.outcomes.durations import DurationRow, curves_of
from app.outcomes.own_in_report import with_these
from app.outcomes.own_series import ToldSeries, exact_own_series
from app.outcomes.pull import exact_report, log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest
from app.outcomes.sentence import sentence
from app.outcomes.series_sentence import series_sentence
from app.rules.metric_definition import Metric
from app.rules.metric_parts import ShownAs
from app.rules.outcome_numbers import OutcomeRow

Told = OutcomeRow | DurationRow | ToldSeries


async def tell_own(
    session: AsyncSession, metrics: Sequence[Metric], *, by: Actor, programme_id: UUID
) -> dict[str, Told]:
    """Each by its code: exact, of the whole programme as it is known now, for who coordinates it; in the log."""
    whole = ReportRequest(metrics=(), as_of=by.today, known_at=by.at, programmes=frozenset({programme_id}))
    asked = with_these(whole, metrics)
    refuse_but_coordinator(by, asked)
    told: dict[str, Told] = {}
    if asked.metrics:
        told |= {row.metric: row for row in await exact_report(session, by=by, asked=asked)}
    if asked.curves:
        told |= {row.metric.code: row for row in await curves_of(session, asked.curves, by=by, asked=asked)}
        curves = tuple(metric for metric in metrics if metric.shown_as is ShownAs.CURVE)
        await log_pull(session, by, replace(asked, metrics=curves), "read exact outcomes")
    return told | {one.series.code: one for one in await exact_own_series(session, by=by, asked=asked)}


def in_a_sentence(told: Told, metric: Metric, language: Language) -> str:
    """What came out, as a sentence that begins with a capital."""
    if isinstance(told, DurationRow):
        words = duration_sentence(told, language)
    elif isinstance(told, ToldSeries):
        words = series_sentence(told.months, told.series, language)
    else:
        words = f"{sentence(told, metric, language)}."
    return f"{words[0].upper()}{words[1:]}"

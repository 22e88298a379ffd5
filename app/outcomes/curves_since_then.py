"""The curves and language levels of an edition beside those of now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_formats import duration_lines
from app.outcomes.durations import CountedDurations, PublishedDuration, durations_to_publish
from app.outcomes.edition import durations_of, levels_of, rows_of
from app.outcomes.language_matrices import CountedLevels, Matrices, count_levels
from app.outcomes.language_matrix_formats import matrix_lines
from app.outcomes.pull import PublishedReport
from app.outcomes.report import ReportRequest
from app.rules.curve_changes import NamedNumbers, TwoMoments, curve_changes
from app.rules.disclosure import SUPPRESSED, Suppressed
from app.rules.edition_changes import MetricChange, Shown


@dataclass(frozen=True)
class CurveCounts:
    """The exact counts behind the curves and the language levels of a report."""

    durations: CountedDurations
    levels: CountedLevels


async def count_curves(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> CurveCounts:
    """Count them for everyone in scope, as they were known at the moment that is asked for."""
    return CurveCounts(
        await durations_to_publish(session, by=by, asked=asked), await count_levels(session, by=by, asked=asked)
    )


def same_counts(then: CurveCounts, now: CurveCounts) -> bool:
    """Whether nothing moved in any of them."""
    return then.durations.waits == now.durations.waits and then.levels.cells == now.levels.cells


def curves_since(
    content: Mapping[str, Any], now: PublishedReport, counts: Sequence[CurveCounts], threshold: int
) -> tuple[list[MetricChange], list[MetricChange]]:
    """The curves and the language levels of the content of an edition that changed; `counts` of then and of now."""
    counts_then, counts_now = counts
    of_curves = TwoMoments(
        edition=_curves(durations_of(content)),
        now=_curves(now.durations),
        counts_then=counts_then.durations.waits,
        counts_now=counts_now.durations.waits,
    )
    of_levels = TwoMoments(
        edition=_levels(levels_of(content), {row.metric: row.version for row in rows_of(content)}),
        now=_levels(now.levels, {row.metric: row.version for row in now.rows}),
        counts_then=counts_then.levels.cells,
        counts_now=counts_now.levels.cells,
    )
    return curve_changes(of_curves, threshold), curve_changes(of_levels, threshold)


def _curves(rows: Iterable[PublishedDuration]) -> dict[str, NamedNumbers]:
    return {row.duration: NamedNumbers(row.version, _named(duration_lines(row))) for row in rows}


def _levels(matrices: Matrices, versions: Mapping[str, int]) -> dict[str, NamedNumbers]:
    """By metric of gain, in the version of its row; a cell that is not there is withheld."""
    return {
        code: NamedNumbers(versions[code], _named(matrix_lines({code: matrix})), absent=SUPPRESSED)
        for code, matrix in matrices.items()
    }


def _named(lines: Iterable[tuple[str, str, str, float | int | str | None]]) -> dict[str, Shown]:
    """Numbers by the name that they have in the table of a report."""
    return {
        name: value if not isinstance(value, str) else Suppressed(value)
        for _code, _group, name, value in lines
        if name != "level_other"
    }

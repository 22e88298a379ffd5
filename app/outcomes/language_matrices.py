"""The language levels of a report: per skill how many people went from which level to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.language_matrix_sql import GAINS, levels_statement
from app.outcomes.report import ReportRequest, read_without_names
from app.rules.code_lists import LanguageSkill
from app.rules.differencing import fingerprint
from app.rules.disclosure import PublishedRow
from app.rules.language_matrix import Cell, LanguageMatrix, exact_matrix, published_matrix

Matrices = Mapping[str, LanguageMatrix]
"""By the code of the metric of gain."""
NO_LEVELS: Matrices = {}
TOLD_BY_A_SPLIT = GAINS[LanguageSkill.SPEAKING].code
"""Split by the level of speaking at the start, a report tells the rows of this one: it is not published."""


@dataclass(frozen=True)
class CountedLevels:
    """How many people went from which level to which, by the code of the metric of gain."""

    cells: Mapping[str, Mapping[Cell, int]]
    fingerprint: bytes

    def exact(self) -> Matrices:
        """For the team of the programme."""
        return {code: exact_matrix(cells) for code, cells in self.cells.items()}

    def published(self, rows: Iterable[PublishedRow], threshold: int) -> Matrices:
        """As it may leave the team, beside the published rows; only of metrics that are among them, not of speaking."""
        totals = {row.metric: row for row in rows if not row.group}
        return {
            code: published_matrix(cells, yes=totals[code].yes, no=totals[code].no, threshold=threshold)
            for code, cells in self.cells.items()
            if code in totals and code != TOLD_BY_A_SPLIT
        }


async def count_levels(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> CountedLevels:
    """Everyone in scope whose gain is known, in one statement; the grouping and the metrics asked play no part.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    cells: Mapping[str, dict[Cell, int]] = {metric.code: {} for metric in GAINS.values()}
    marks: list[tuple[int, int]] = []
    for row in await read_without_names(session, levels_statement(), by, asked):
        if row["skill"] is None:
            marks += row["marks"] or ()
        else:
            cells[GAINS[row["skill"]].code][row["level_then"], row["level_now"]] = row["people"]
    return CountedLevels(cells, fingerprint((box, mark) for box, mark in marks))

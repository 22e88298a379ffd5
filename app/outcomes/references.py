"""The figures from elsewhere that stand beside the numbers of a report: for pages, other programs and editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.outcomes.formats import AnyRow
from app.outcomes.report import ReportRequest
from app.queries.references import read_references
from app.rules.reference_comparison import Difference, Reference, against


async def references_beside(session: AsyncSession, asked: ReportRequest) -> Sequence[Reference]:
    """What a report about one programme is held against; every other report is held against nothing."""
    if asked.programmes is None or len(asked.programmes) != 1 or asked.municipalities:
        return ()
    return await read_references(session, *asked.programmes)


def compared(
    references: Iterable[Reference], rows: Iterable[AnyRow]
) -> Iterator[tuple[Reference, AnyRow, Difference | None]]:
    """Each figure of which the metric is among the rows, with our row of everyone and the difference."""
    totals = {row.metric: row for row in rows if not row.group}
    for reference in references:
        if row := totals.get(reference.metric):
            yield reference, row, against(reference, row)


def reference_objects(references: Iterable[Reference], rows: Iterable[AnyRow]) -> list[dict[str, object]]:
    """Those figures as JSON objects; shares and differences are fractions, null where there is none."""
    return [
        {
            "metric": reference.metric,
            "what": reference.what,
            "share": reference.share,
            "people": reference.people,
            "year": reference.year,
            "source": reference.source,
            "byDesign": reference.by_design,
            "difference": found and found.difference,
            "intervalLow": found and found.low,
            "intervalHigh": found and found.high,
        }
        for reference, _, found in compared(references, rows)
    ]


def references_of(told: Iterable[Mapping[str, Any]]) -> list[Reference]:
    """The figures back from their JSON objects."""
    return [
        Reference(
            metric=one["metric"],
            what=one["what"],
            share=one["share"],
            people=one["people"],
            year=one["year"],
            source=one["source"],
            by_design=one["byDesign"],
        )
        for one in told
    ]

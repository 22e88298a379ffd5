"""Keeps the tables of published reports, and finds those beside which a new one must be decided.

The content of a table is JSON. A place in it is one number: metric, group and count, each as its place in its list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import PublishedTable
from app.outcomes.report import ReportRequest
from app.rules.published_days import DecidedTable, Moment, PublishedDays, nearest_tables
from app.rules.report_cells import COUNT_FIELDS, GROWING_FIELDS, Place
from app.rules.suppression import Decision

OF_SCOPE = text(
    """
    select kept.id, kept.pull_id, kept.dimensions, kept.is_blank, kept.next_world, pull.as_of, pull.known_at
    from published_table kept join outcome_pull pull on pull.id = kept.pull_id
    where pull.programme_ids = cast(:programmes as uuid[])
        and pull.municipality_codes = cast(:municipalities as text[])
    """
)
CONTENTS = text(
    """
    select kept.pull_id, pull.as_of, pull.known_at, kept.is_blank, kept.content
    from published_table kept join outcome_pull pull on pull.id = kept.pull_id
    where kept.id = any (:ids)
    """
)


@dataclass(frozen=True)
class _Kept:
    id: UUID
    pull_id: UUID
    dimensions: frozenset[str]
    is_blank: bool
    moment: Moment


async def published_days(session: AsyncSession, asked: ReportRequest, same_as: UUID | None) -> PublishedDays:
    """What was published of the tables of a report; `same_as` is the earlier pull that it is the same report as."""
    scope = {"programmes": sorted(asked.programmes or ()), "municipalities": sorted(asked.municipalities or ())}
    moment = asked.as_of, asked.known_at
    wanted = {frozenset(dimension.value for dimension in table) for table in asked.tables()}
    rows = (await session.execute(OF_SCOPE, scope)).mappings().all()
    kept = [
        _Kept(row["id"], row["pull_id"], dimensions, row["is_blank"], (row["as_of"], row["known_at"]))
        for row in rows
        if (dimensions := frozenset(row["dimensions"])) in wanted
    ]
    own = [one for one in kept if one.pull_id == same_as]
    nearest = nearest_tables((one for one in kept if one.pull_id != same_as), moment)
    others = [one for one in nearest if one.dimensions not in {table.dimensions for table in own}]
    chosen = [*own, *others]
    contents = await session.execute(CONTENTS, {"ids": [one.id for one in chosen]}) if chosen else None
    read = [(row["pull_id"], _table_of(row)) for row in contents.mappings()] if contents else []
    return PublishedDays(
        moment=moment,
        own=[table for pull_id, table in read if pull_id == same_as],
        others=[table for pull_id, table in read if pull_id != same_as],
        next_number=max((row["next_world"] for row in rows), default=0),
        elsewhere={one.dimensions: one.moment for one in sorted(nearest, key=lambda one: one.moment)},
    )


async def keep_tables(session: AsyncSession, pull_id: UUID, tables: Sequence[DecidedTable]) -> None:
    """Keep what was decided about tables that this pull was the first to publish."""
    if tables:
        rows = [
            PublishedTable(
                pull_id=pull_id,
                dimensions=sorted(table.dimensions),
                is_blank=table.decision.is_blank,
                next_world=max(table.bases, default=-1) + 1,
                content=content_of(table),
            )
            for table in tables
        ]
        await session.execute(insert(PublishedTable), [row.model_dump() for row in rows])


def content_of(table: DecidedTable) -> dict[str, Any]:
    """A table as JSON, with which `table_of` makes it again."""
    metrics = list(table.versions)
    numbers = {metric: number for number, metric in enumerate(metrics)}

    def number_of(place: Place) -> int:
        metric, row, count = place
        return (numbers[metric] * len(table.groups) + row) * len(COUNT_FIELDS) + COUNT_FIELDS.index(count)

    return {
        "groups": [sorted(group) for group in table.groups],
        "metrics": list(table.versions.items()),
        "counts": [table.counts[place] for place in _growing(metrics, len(table.groups))],
        "withheld": sorted(map(number_of, table.decision.withheld)),
        "worlds": [
            [number, [[number_of(place), by] for place, by in world.items()]]
            for number, world in table.decision.worlds.items()
        ],
        "bases": list(table.bases.items()),
    }


def table_of(content: Mapping[str, Any], moment: Moment, *, is_blank: bool) -> DecidedTable:
    """The table of which this is the content."""
    groups = [frozenset((name, value) for name, value in group) for group in content["groups"]]
    versions: dict[str, int] = dict(content["metrics"])
    metrics = list(versions)
    places = [(m, row, count) for m in metrics for row in range(len(groups)) for count in COUNT_FIELDS]
    return DecidedTable(
        moment=moment,
        groups=groups,
        versions=versions,
        counts=dict(zip(_growing(metrics, len(groups)), content["counts"], strict=True)),
        decision=Decision(
            frozenset(places[number] for number in content["withheld"]),
            {number: {places[place]: by for place, by in world} for number, world in content["worlds"]},
            is_blank,
        ),
        bases=dict(content["bases"]),
    )


def _table_of(row: Mapping[Any, Any]) -> DecidedTable:
    as_of: date = row["as_of"]
    known_at: datetime = row["known_at"]
    return table_of(row["content"], (as_of, known_at), is_blank=row["is_blank"])


def _growing(metrics: Sequence[str], groups: int) -> Iterable[Place]:
    return ((metric, row, count) for metric in metrics for row in range(groups) for count in GROWING_FIELDS)

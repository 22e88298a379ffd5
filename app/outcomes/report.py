"""The rows of a report: who may ask for what, one statement, and the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience
from app.database import act_as
from app.errors import NotFound
from app.outcomes.group_names import in_order
from app.outcomes.grouping import tables_above
from app.outcomes.statement import Dimension, Grouping, counts_statement, states_statement
from app.rules.code_lists import Role
from app.rules.differencing import fingerprint
from app.rules.durations import DurationMetric
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.outcome_state import OutcomeState
from app.rules.series import Series

PLAN_FOR_SETS = text(
    "select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), "
    "set_config('work_mem', '64MB', true)"
)
"""The planner takes the inner parts of the statement for a handful of rows: it would go through them one by one."""


@dataclass(frozen=True, kw_only=True)
class ReportRequest:
    """What is asked: metrics over a scope, grouped, as of a day, from what was known at a moment.

    None in the scope means no restriction. Municipalities are CBS codes (GM + 4 digits). `curves` and `series`
    are those that a programme added itself: they stand beside the rows, and are never grouped.
    """

    metrics: tuple[Metric, ...]
    as_of: date
    known_at: datetime
    programmes: frozenset[UUID] | None = None
    cohorts: frozenset[UUID] | None = None
    municipalities: frozenset[str] | None = None
    group_by: tuple[Dimension, ...] = ()
    curves: tuple[DurationMetric, ...] = ()
    series: tuple[Series, ...] = ()

    @property
    def own_metrics(self) -> tuple[Metric, ...]:
        """Those among the metrics that a programme added itself."""
        return tuple(metric for metric in self.metrics if metric.is_own)

    def dimensions(self) -> tuple[Dimension, ...]:
        """What the groups are named by: cohorts of several programmes also by programme, as names repeat."""
        one_programme = self.programmes is not None and len(self.programmes) == 1
        if Dimension.COHORT in self.group_by and Dimension.PROGRAMME not in self.group_by and not one_programme:
            return (Dimension.PROGRAMME, *self.group_by)
        return self.group_by

    def axes(self) -> tuple[Grouping, ...]:
        """What the groups are named by of each of the things that the report is split by."""
        return tuple(replace(self, group_by=(one,)).dimensions() for one in self.group_by)

    def groupings(self) -> tuple[Grouping, ...]:
        """What the rows are split by: by nothing, by what is asked for and, of two things, also by each alone."""
        alone = self.axes() if len(self.group_by) == 2 else ()
        return tuple(dict.fromkeys(((), *alone, self.dimensions())))

    def tables(self) -> tuple[Grouping, ...]:
        """The groupings of which a published report consists: the total, and all that adds up to it and in between."""
        one_programme = self.programmes is not None and len(self.programmes) == 1
        return tables_above(self.group_by, names_repeat=not one_programme)

    def parameters(self) -> dict[str, object]:
        """The values of the statement's parameters."""
        return {
            "as_of": self.as_of,
            "known_at": self.known_at,
            "programmes": _sorted_or_none(self.programmes),
            "cohorts": _sorted_or_none(self.cohorts),
            "municipalities": _sorted_or_none(self.municipalities),
        }


async def outcome_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> tuple[OutcomeRow, ...]:
    """Exact numbers: for every metric the total, then every group, and of two things those of each alone before both.

    Disclosure control comes after this. Raises NotFound when the scope is not wholly within what the actor may read
    about.
    """
    groupings = asked.groupings()
    counted = await read_without_names(session, counts_statement(asked.metrics, groupings), by, asked)
    return tuple(_rows(asked, groupings, counted))


@dataclass(frozen=True, kw_only=True)
class RememberedReport:
    """The exact rows of a report, how many people are in it, and the fingerprint by which it is remembered.

    `own_fingerprints` are those of the programme's own metrics, each by its code and version.
    """

    rows: tuple[OutcomeRow, ...]
    people: int
    fingerprint: bytes
    own_fingerprints: Mapping[str, bytes]


async def outcome_report_to_remember(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> RememberedReport:
    """The exact numbers of all tables of a report, with what tells this report from every other one."""
    groupings = asked.tables()
    counted = await read_without_names(session, counts_statement(asked.metrics, groupings, with_marks=True), by, asked)
    marks = next((row["marks"] for row in counted if row["marks"]), ())
    return RememberedReport(
        rows=tuple(_rows(asked, groupings, counted)),
        people=sum(people for _, _, people, *_ in marks),
        fingerprint=fingerprint((box, mark) for box, mark, *_ in marks),
        own_fingerprints={
            metric.named: fingerprint((box, own[place]) for box, _, _, *own in marks)
            for place, metric in enumerate(asked.own_metrics)
        },
    )


async def trajectory_states(
    session: AsyncSession, *, by: Actor, asked: ReportRequest
) -> dict[UUID, dict[str, OutcomeState]]:
    """Trajectory → metric code → state, without the metrics whose population the trajectory is not in.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    judged = await read_without_names(session, states_statement(asked.metrics), by, asked)
    return {
        row["trajectory_id"]: {
            metric.code: OutcomeState(row[metric.code]) for metric in asked.metrics if row[metric.code] is not None
        }
        for row in judged
    }


def refuse_beyond_scope(by: Actor, asked: ReportRequest) -> None:
    """Everyone but the operator names programmes or municipalities, and only such as they may read about."""
    if by.is_operator:
        return
    programmes = by.programmes(Role.COORDINATOR, Role.COACH, Role.MUNICIPALITY)
    if not (_within(asked.programmes, programmes) or _within(asked.municipalities, by.municipalities())):
        raise NotFound("There is no such report, or it is not yours to read.")


def _within(asked: frozenset[UUID] | frozenset[str] | None, allowed: frozenset[UUID] | frozenset[str]) -> bool:
    return bool(asked) and allowed.issuperset(asked or ())


async def read_without_names(
    session: AsyncSession, statement: TextClause, by: Actor, asked: ReportRequest
) -> Sequence[RowMapping]:
    """Run one statement without names: accounts at the door of reports, the operator as owner of the tables."""
    refuse_beyond_scope(by, asked)
    acting = session.info["actor"]
    await session.execute(PLAN_FOR_SETS)
    if not by.is_operator:
        await act_as(session, replace(by, audience=Audience.REPORTS))
    try:
        result = await session.execute(statement, asked.parameters())
        return result.mappings().all()
    finally:
        if not by.is_operator:
            await act_as(session, acting)


def _rows(
    asked: ReportRequest, groupings: Sequence[Grouping], counted: Iterable[Mapping[Any, Any]]
) -> Iterator[OutcomeRow]:
    found = {(_group(row, groupings[row["grouping"]]), row["metric"]): row for row in counted}
    groups = sorted({group for group, _ in found} - {()}, key=lambda group: in_order(dict(group)))
    for group in ((), *groups):
        for metric in asked.metrics:
            row = found.get((group, metric.code), {})
            yield outcome_row(
                metric=metric.code,
                version=metric.version,
                group=dict(group),
                counts=StateCounts(**{state: row.get(state, 0) for state in OutcomeState}),
                as_of=asked.as_of,
                known_at=asked.known_at,
                largest_employer_share=row.get("largest_employer_share"),
                never=metric.never,
            )


def _group(row: Mapping[Any, Any], grouping: Grouping) -> tuple[tuple[str, str | None], ...]:
    return tuple((dimension.value, row[dimension]) for dimension in grouping)


def _sorted_or_none(values: frozenset[Any] | None) -> list[Any] | None:
    return None if values is None else sorted(values)

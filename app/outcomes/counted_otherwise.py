"""The people who count otherwise under a standard of others than in our own number, for the coordinator; in the log."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.people import Counted, people_behind
from app.outcomes.report import ReportRequest
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.standards.beside_ours import is_by_coming_back
from app.rules.standards.changes import Change, change
from app.rules.standards.definition import StandardMeasure


@dataclass(frozen=True)
class Otherwise:
    """One way to count otherwise, and whether it is because somebody came back to the programme."""

    change: Change
    came_back: bool


async def counted_otherwise(
    session: AsyncSession, *, by: Actor, asked: ReportRequest, measure: StandardMeasure, way: Otherwise
) -> tuple[Metric, list[Counted]]:
    """Everyone of one way, with the metric that gives their states: the standard's, or ours for whom it leaves out.

    There is nobody where we have no number like it. Raises NotFound for a scope that the actor does not coordinate.
    """
    if measure.ours is None:
        return measure.metric, []
    ours = METRICS[measure.ours]
    by_standard = await people_behind(session, by=by, asked=replace(asked, metrics=(measure.metric,)))
    by_us = await people_behind(session, by=by, asked=replace(asked, metrics=(ours,)))
    there = {one.person: one.state for one in by_standard}
    here = {one.person: one.state for one in by_us}
    metric, people = (ours, by_us) if way.change is Change.LEFT_OUT else (measure.metric, by_standard)
    return metric, [
        one
        for one in people
        if change(here.get(one.person), there.get(one.person)) is way.change
        and is_by_coming_back(measure, way.change, came_back=_came_back(one)) is way.came_back
    ]


def _came_back(one: Counted) -> bool:
    return bool(one.facts.stay and one.facts.stay.came_back)

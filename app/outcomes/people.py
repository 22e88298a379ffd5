"""The people behind a number, for the coordinator of the programme: each in one state for one reason; in the log."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.cross_table import Group
from app.outcomes.people_sql import people_statement
from app.outcomes.pull import log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest, read_without_names
from app.outcomes.statement import Dimension
from app.rules.metric_definition import Metric
from app.rules.outcome_state import OutcomeState
from app.rules.state_facts import StateFacts
from app.rules.state_reason import Reason, reason_of

EVERYONE: Group = {}
FACTS = TypeAdapter(StateFacts)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Somebody who counts in a metric, by the trajectory that speaks for them and the first counted placement."""

    person: UUID
    trajectory: UUID
    placement: UUID | None
    state: OutcomeState
    reason: Reason
    facts: StateFacts


async def people_behind(
    session: AsyncSession, *, by: Actor, asked: ReportRequest, group: Group = EVERYONE
) -> list[Counted]:
    """Everyone in the cohort of the one metric that is asked about, or in one group of it, without names.

    `group` has a value for each dimension that it is named by, None where nobody recorded it; without values it is
    everyone. Raises NotFound for a scope that the actor does not coordinate.
    """
    refuse_but_coordinator(by, asked)
    people = await counted_people(session, by=by, asked=asked, group=group)
    await log_pull(session, by, asked, "read people behind outcomes")
    return people


async def counted_people(
    session: AsyncSession, *, by: Actor, asked: ReportRequest, group: Group = EVERYONE
) -> list[Counted]:
    """The same for whoever may read the report: states and days of trajectories, by their identity alone."""
    (metric,) = asked.metrics
    rows = await read_without_names(session, people_statement(metric, tuple(map(Dimension, group))), by, asked)
    return [_counted(metric, row) for row in rows if all(row[name] == value for name, value in group.items())]


def _counted(metric: Metric, row: RowMapping) -> Counted:
    facts, state = FACTS.validate_python(row["facts"]), OutcomeState(row["state"])
    return Counted(
        person=row["participant_id"],
        trajectory=row["trajectory_id"],
        placement=row["placement_id"],
        state=state,
        reason=reason_of(metric, state, facts),
        facts=facts,
    )

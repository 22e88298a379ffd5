"""People per state for a handful of metrics of everybody in a report, each person once: exact, without groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.outcomes.counting_sql import speaking
from app.outcomes.report import ReportRequest
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def person_state(metrics: Sequence[Metric]) -> str:
    """The CTE `person_state`: per metric and state how many people are in it. It reads the CTE `judged`."""
    speakers, speaks = speaking(metrics, ())
    answers = ", ".join(f"('{code}', {code}, {column})" for code, column in speaks.items())
    return f"""
person_state as (
    select metric, state, count(*) as people
    from (select *, {speakers} from judged) as trajectory
    cross join lateral (values {answers}) as answer (metric, state, speaks)
    where speaks and state is not null
    group by metric, state
)"""


def rows_of_states(
    metrics: Sequence[Metric], states: Sequence[Mapping[str, Any]], asked: ReportRequest
) -> tuple[OutcomeRow, ...]:
    """One row for each metric, of the rows of `person_state`."""
    return tuple(
        outcome_row(
            metric=metric.code,
            version=metric.version,
            group={},
            counts=StateCounts(**{one["state"]: one["people"] for one in states if one["metric"] == metric.code}),
            as_of=asked.as_of,
            known_at=asked.known_at,
        )
        for metric in metrics
    )

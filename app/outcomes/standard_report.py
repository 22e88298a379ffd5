"""The measures of standards beside our own numbers, over the same people: one statement, numbers and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import RowMapping, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.counting_sql import speaking
from app.outcomes.report import ReportRequest, read_without_names
from app.outcomes.statement import judged_set
from app.rules.bilingual_text import Bilingual
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.outcome_state import OutcomeState
from app.rules.standards import STANDARDS
from app.rules.standards.beside_ours import BesideOurs, Difference, why
from app.rules.standards.changes import Change, change
from app.rules.standards.definition import StandardMeasure


@lru_cache(maxsize=16)
def beside_statement(codes: tuple[str, ...]) -> TextClause:
    """How many persons have each pair of states: of a measure, and of our nearest metric.

    A row has `standard` (the code), `theirs` and `ours` (a state or null), `came_back` and `people`.
    """
    measures = [STANDARDS[code] for code in codes]
    nearest = dict.fromkeys(measure.ours for measure in measures if measure.ours)
    metrics = (*(METRICS[code] for code in nearest), *(measure.metric for measure in measures))
    speakers, speaks = speaking(metrics, ())
    answers = ", ".join(f"('{code}', {code}, {column})" for code, column in speaks.items())
    pairs = ", ".join(f"('{measure.metric.code}', '{measure.ours or ''}')" for measure in measures)
    return text(f"""{judged_set(metrics)},
person_state as (
    select participant_id, metric, state
    from (select *, {speakers} from judged) as trajectory
    cross join lateral (values {answers}) as answer (metric, state, speaks)
    where speaks and state is not null
),
returned as (
    select participant_id, bool_or(came_back is true) as came_back from judged group by participant_id
),
paired as (
    select standard, participant_id,
           max(state) filter (where metric = standard) as theirs, max(state) filter (where metric = nearest) as ours
    from (values {pairs}) as pair (standard, nearest) join person_state on metric in (standard, nearest)
    group by standard, participant_id
)
select standard, theirs, ours, came_back, count(*) as people
from paired join returned using (participant_id)
group by standard, theirs, ours, came_back""")


async def standards_beside_ours(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> tuple[BesideOurs, ...]:
    """The measures that are asked for, beside our nearest numbers. Exact: for the team of the programme only.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    codes = tuple(metric.code for metric in asked.metrics)
    rows = await read_without_names(session, beside_statement(codes), by, asked)
    return tuple(_beside(STANDARDS[code], [row for row in rows if row["standard"] == code], asked) for code in codes)


def _beside(measure: StandardMeasure, rows: Sequence[RowMapping], asked: ReportRequest) -> BesideOurs:
    ours = METRICS[measure.ours] if measure.ours else None
    return BesideOurs(
        measure=measure,
        theirs=_numbers(measure.metric, rows, "theirs", asked),
        ours=_numbers(ours, rows, "ours", asked) if ours else None,
        differences=tuple(_differences(measure, rows)) if ours else (),
    )


def _numbers(metric: Metric, rows: Iterable[RowMapping], whose: str, asked: ReportRequest) -> OutcomeRow:
    counts: Counter[str] = Counter()
    for row in rows:
        if row[whose]:
            counts[row[whose]] += row["people"]
    return outcome_row(
        metric=metric.code,
        version=metric.version,
        group={},
        counts=StateCounts(**counts),
        as_of=asked.as_of,
        known_at=asked.known_at,
    )


def _differences(measure: StandardMeasure, rows: Iterable[RowMapping]) -> list[Difference]:
    """One for each way and reason, in the order of the ways; first those with most people."""
    counted: Counter[tuple[Change, Bilingual]] = Counter()
    for row in rows:
        changed = change(_state(row["ours"]), _state(row["theirs"]))
        if changed:
            counted[changed, why(measure, changed, came_back=row["came_back"])] += row["people"]
    order = list(Change)
    found = [Difference(changed, people, reason) for (changed, reason), people in counted.items()]
    return sorted(found, key=lambda one: (order.index(one.change), -one.people, one.why.en))


def _state(value: str | None) -> OutcomeState | None:
    return OutcomeState(value) if value else None

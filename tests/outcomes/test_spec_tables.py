"""Every spec table holds, for the pure rules and for the SQL; every metric and every state has one."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.report import ReportRequest, outcome_report
from app.rules.metrics.examples import EXAMPLES
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.outcome_state import OutcomeState
from app.rules.outcomes import outcome_of_person
from app.rules.standards import REGISTRY
from tests.outcomes.spec_language import RECORDED_AT
from tests.outcomes.spec_tables import Spec, read_spec, spec_files
from tests.outcomes.stored_lives import StoredLives

ALL_METRICS = REGISTRY | EXAMPLES
NEVER_NO = {"esf_eecr03_qualified_on_leaving"}
"""What is only ever shown, because nobody records that somebody did not."""
KNOWN_AT = RECORDED_AT + timedelta(days=2)

every_spec = pytest.mark.parametrize("path", spec_files(), ids=lambda path: path.stem)


@every_spec
def test_the_rules_give_each_person_the_state_of_the_table(path: Path) -> None:
    spec = read_spec(path)

    assert states_by_rules(spec) == spec.states


@every_spec
def test_the_rules_give_the_numbers_of_the_table(path: Path) -> None:
    spec = read_spec(path)

    for code, expected in spec.numbers.items():
        counted = Counter(states[code] for states in states_by_rules(spec).values() if code in states)
        row = outcome_row(
            metric=code,
            version=1,
            group={},
            counts=StateCounts(**counted),
            as_of=spec.as_of,
            known_at=KNOWN_AT,
        )
        assert numbers(row, expected) == pytest.approx(expected, abs=0.00005)


@every_spec
async def test_the_sql_gives_the_numbers_of_the_table(path: Path, session: AsyncSession, operator: Actor) -> None:
    spec = read_spec(path)
    stored = StoredLives(recorded_at=RECORDED_AT)
    for name, life in spec.lives.items():
        stored.add(life, name)
    await stored.write(session)

    metrics = tuple(ALL_METRICS[code] for code in spec.numbers)
    asked = ReportRequest(metrics=metrics, as_of=spec.as_of, known_at=KNOWN_AT)
    rows = await outcome_report(session, by=operator, asked=asked)

    for row in rows:
        expected = spec.numbers[row.metric]
        assert numbers(row, expected) == pytest.approx(expected, abs=0.00005)


def test_every_metric_has_a_table_with_every_state_it_can_have() -> None:
    shown: dict[str, set[str]] = {code: set() for code in ALL_METRICS}
    for path in spec_files():
        for states in read_spec(path).states.values():
            for code, state in states.items():
                shown[code].add(state)

    always = {OutcomeState.YES, OutcomeState.NO}
    assert all(states >= (always - {OutcomeState.NO} if code in NEVER_NO else always) for code, states in shown.items())
    assert set().union(*shown.values()) == set(OutcomeState)
    assert shown["retention_6_months_in_work"] == set(OutcomeState)


def states_by_rules(spec: Spec) -> dict[str, dict[str, str]]:
    """Person → metric → state, for the metrics that the table is about."""
    codes = {code for states in spec.states.values() for code in states}
    judged = {}
    for name, life in spec.lives.items():
        cut = life.seen_on(spec.as_of)
        states = {
            code: outcome_of_person(ALL_METRICS[code], cut.trajectories, cut, spec.as_of) for code in sorted(codes)
        }
        judged[name] = {code: state.value for code, state in states.items() if state is not None}
    return judged


def numbers(row: OutcomeRow, like: dict[str, float | None]) -> dict[str, float | None]:
    """The fields of a row that the table shows."""
    return {field: getattr(row, field) for field in like}

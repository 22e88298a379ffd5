"""Which phase the plan says, by the weeks since the start."""

from datetime import date, timedelta

import pytest

from app.rules.programme_phases import PlannedPhase, suggested_phase

START = date(2026, 1, 5)
PHASES = [PlannedPhase("Orientation", 4), PlannedPhase("Work", 20), PlannedPhase("Letting go", None)]


@pytest.mark.parametrize(
    ("weeks", "name"),
    [(0, "Orientation"), (3, "Orientation"), (4, "Work"), (23, "Work"), (24, "Letting go"), (99, "Letting go")],
)
def test_the_phase_follows_from_the_weeks_since_the_start(weeks: int, name: str) -> None:
    found = suggested_phase(PHASES, START, START + timedelta(weeks=weeks))
    assert found is not None
    assert found.name == name


def test_after_the_last_planned_week_the_last_phase_goes_on() -> None:
    assert suggested_phase(PHASES[:2], START, START + timedelta(weeks=60)) == PHASES[1]


@pytest.mark.parametrize(("started_on", "phases"), [(None, PHASES), (START + timedelta(days=1), PHASES), (START, [])])
def test_before_the_start_and_without_phases_nothing_is_suggested(
    started_on: date | None, phases: list[PlannedPhase]
) -> None:
    assert suggested_phase(phases, started_on, START) is None

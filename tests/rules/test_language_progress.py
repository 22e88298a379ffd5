"""Where somebody's language stands, what was gained, and whether it fell back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.language_levels import CEFR_STEPS, RANK
from app.rules.language_progress import (
    Measurement,
    age_in_months,
    current,
    fall_back,
    fell_back,
    gained,
    is_to_be_measured,
    skills_below,
)

SPEAKING = LanguageSkill.SPEAKING
INTAKE = date(2025, 1, 6)
PLACED = date(2025, 6, 2)


def at(day: date, level: str, **fields: Any) -> Measurement:
    """Speaking, measured with a test, unless said otherwise."""
    values: dict[str, Any] = {"skill": SPEAKING, "instrument": "Test", "recorded_at": datetime(2025, 1, 1, tzinfo=UTC)}
    return Measurement(**{**values, **fields}, on=day, level=LanguageLevel(level))


def days(number: int) -> date:
    return INTAKE + timedelta(days=number)


def test_levels_go_up_from_literacy_to_c2() -> None:
    assert sorted(LanguageLevel, key=RANK.__getitem__)[::5] == ["Alfa A", "A1", "C2"]
    assert [CEFR_STEPS[LanguageLevel(level)] for level in ("Alfa C", "A1-", "A1", "A2", "C2")] == [0, 0, 1, 2, 6]


def test_the_last_measurement_is_where_somebody_stands_also_when_it_is_an_estimate() -> None:
    estimate = at(days(30), "A2", instrument=None, official=False)
    assert current([at(INTAKE, "B1", official=True), estimate], SPEAKING) == estimate


def test_of_two_measurements_on_one_day_the_official_one_counts_then_the_last_recorded_then_the_lower() -> None:
    later = datetime(2025, 2, 1, tzinfo=UTC)
    official, recorded_last, higher = (
        at(INTAKE, "A1", official=True),
        at(INTAKE, "A2", recorded_at=later),
        at(INTAKE, "B1"),
    )
    assert current([higher, official, recorded_last], SPEAKING) == official
    assert current([higher, recorded_last], SPEAKING) == recorded_last
    assert current([higher, at(INTAKE, "A2")], SPEAKING) == at(INTAKE, "A2")


def test_a_skill_that_was_never_measured_has_no_level() -> None:
    assert current([at(INTAKE, "A2")], LanguageSkill.READING) is None


@pytest.mark.parametrize(
    ("measurements", "answer"),
    [
        pytest.param([], None, id="never measured"),
        pytest.param([at(INTAKE, "A1")], None, id="measured once"),
        pytest.param([at(INTAKE, "A1"), at(days(89), "A2")], None, id="89 days apart"),
        pytest.param([at(INTAKE, "A1"), at(days(90), "A2")], True, id="90 days apart"),
        pytest.param([at(INTAKE, "A1"), at(days(90), "A1")], False, id="the same level"),
        pytest.param([at(INTAKE, "A0"), at(days(90), "A1-")], False, id="a step within the lowest level"),
        pytest.param([at(INTAKE, "Alfa B"), at(days(90), "A1")], True, id="from literacy to the first level"),
        pytest.param([at(INTAKE, "A1"), at(days(40), "B1"), at(days(90), "A1")], False, id="up and down again"),
        pytest.param([at(INTAKE, "A1"), at(days(90), "A2", instrument=None)], None, id="an impression at the end"),
        pytest.param([at(INTAKE, "A1"), at(days(90), "A2", instrument=None, official=True)], True, id="official"),
        pytest.param([at(INTAKE, "A1"), at(days(90), "A2", skill=LanguageSkill.READING)], None, id="two skills"),
    ],
)
def test_a_gain_is_told_from_two_documented_measurements_ninety_days_apart(
    measurements: list[Measurement], answer: bool | None
) -> None:
    assert gained(measurements, SPEAKING) is answer


@pytest.mark.parametrize(
    ("measurements", "answer"),
    [
        pytest.param([at(INTAKE, "A2")], None, id="nothing since the placement"),
        pytest.param([at(days(200), "A2")], None, id="nothing before"),
        pytest.param([at(INTAKE, "A2"), at(PLACED, "A1")], None, id="on the first day of the placement"),
        pytest.param([at(INTAKE, "A2"), at(days(200), "A2")], False, id="kept"),
        pytest.param([at(INTAKE, "A2"), at(days(200), "A1")], True, id="lower"),
        pytest.param([at(INTAKE, "A2"), at(days(30), "A1"), at(days(200), "A1")], True, id="lower than the best"),
        pytest.param([at(INTAKE, "A2"), at(days(200), "A1"), at(days(300), "A2")], False, id="recovered"),
        pytest.param([at(days(200), "A2"), at(days(300), "A1")], True, id="both since the placement"),
        pytest.param([at(INTAKE, "A2"), at(days(200), "A1", instrument=None)], None, id="an impression"),
        pytest.param([at(INTAKE, "A2", instrument=None), at(days(200), "A1")], None, id="an impression before"),
    ],
)
def test_a_fall_back_is_a_lower_level_after_the_placement_than_a_documented_one_before(
    measurements: list[Measurement], answer: bool | None
) -> None:
    assert fell_back(measurements, SPEAKING, PLACED) is answer


def test_an_impression_after_the_placement_is_reason_enough_for_attention() -> None:
    impression = at(days(200), "A1", instrument=None)
    change = fall_back([at(INTAKE, "A2"), impression], SPEAKING, PLACED)
    assert change is not None
    assert (change.earlier, change.later) == (at(INTAKE, "A2"), impression)


def test_somebody_is_below_a_level_in_the_skills_that_count_and_only_where_it_is_known() -> None:
    speaking, reading = at(INTAKE, "A2"), at(INTAKE, "B1", skill=LanguageSkill.READING)
    conversation = at(INTAKE, "A1", skill=LanguageSkill.CONVERSATION)
    assert skills_below([speaking, reading, conversation], LanguageLevel.B1) == [speaking]
    assert skills_below([], LanguageLevel.B1) == []


def test_a_measurement_is_overdue_after_four_months() -> None:
    assert not is_to_be_measured(INTAKE, date(2024, 1, 1), date(2025, 5, 6))
    assert is_to_be_measured(INTAKE, date(2024, 1, 1), date(2025, 5, 7))
    assert is_to_be_measured(None, INTAKE, date(2025, 5, 7))


@pytest.mark.parametrize(("today", "months"), [("2025-02-27", 0), ("2025-02-28", 1), ("2026-01-31", 12)])
def test_an_age_is_in_whole_calendar_months(today: str, months: int) -> None:
    assert age_in_months(date(2025, 1, 31), date.fromisoformat(today)) == months

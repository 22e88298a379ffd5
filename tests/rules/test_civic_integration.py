"""What was measured beside the route of civic integration."""

from datetime import UTC, date, datetime

import pytest

from app.rules.civic_integration import route_warnings
from app.rules.code_lists import CivicIntegrationRoute, LanguageLevel, LanguageSkill
from app.rules.language_progress import Measurement

Route = CivicIntegrationRoute


def measured(
    level: str,
    *,
    official: bool = False,
    skill: LanguageSkill = LanguageSkill.SPEAKING,
    instrument: str | None = "Test",
) -> Measurement:
    return Measurement(
        skill=skill,
        level=LanguageLevel(level),
        on=date(2025, 3, 3),
        official=official,
        instrument=instrument,
        recorded_at=datetime(2025, 3, 3, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("route", "measurements", "signs"),
    [
        pytest.param(Route.EDUCATION, [measured("A2", official=True)], 1, id="an official A2 on the education route"),
        pytest.param(Route.EDUCATION, [measured("A2")], 0, id="A2 on the way to B1"),
        pytest.param(
            Route.EDUCATION, [measured("A2", official=True), measured("B1", official=True)], 0, id="B1 after an A2"
        ),
        pytest.param(Route.Z, [measured("B1")], 1, id="B1 on the self-reliance route"),
        pytest.param(Route.Z, [measured("C1", official=True)], 1, id="more than B1 on the self-reliance route"),
        pytest.param(Route.Z, [measured("A2")], 0, id="A2 on the self-reliance route"),
        pytest.param(Route.Z, [measured("B1", instrument=None)], 0, id="an impression on the self-reliance route"),
        pytest.param(Route.Z, [measured("B1", skill=LanguageSkill.CONVERSATION)], 0, id="a skill that does not count"),
        pytest.param(Route.B1, [measured("A2", official=True)], 0, id="A2 on the B1 route"),
        pytest.param(None, [measured("B1", official=True)], 0, id="no route is known"),
    ],
)
def test_a_level_that_a_route_excludes_is_a_sign(
    route: CivicIntegrationRoute | None, measurements: list[Measurement], signs: int
) -> None:
    assert len(route_warnings(route, measurements)) == signs


def test_the_sign_names_the_skill_and_the_day() -> None:
    (sign,) = route_warnings(Route.Z, [measured("B1")])
    assert sign.startswith("Speaking: measured at B1 (2025-03-03).")

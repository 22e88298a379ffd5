"""The page of an edition tells in words what changed in its curves and language levels."""

from app.language import Language, say
from app.outcomes.since_then import SinceThen
from app.routers.outcome_reports.curve_change_view import curve_blocks
from app.rules.disclosure import SUPPRESSED
from app.rules.edition_changes import MetricChange, NumberChange


def changed(metric: str, *numbers: NumberChange) -> MetricChange:
    return MetricChange(metric=metric, version_then=1, version_now=1, numbers=numbers)


def test_a_curve_is_told_by_months_as_it_is_drawn_and_levels_by_where_people_came_from() -> None:
    curve = changed(
        "time_to_first_placement",
        NumberChange({}, "people", 45, 55),
        NumberChange({}, "share_month_12", 0.25, 0.4),
        NumberChange({}, "at_risk_month_12", None, 20),
    )
    levels = changed("language_gain_speaking", NumberChange({}, "level_below_A1_to_A2", SUPPRESSED, 15))

    blocks = curve_blocks(SinceThen(durations=[curve], levels=[levels]), Language.ENGLISH)

    assert [[tuple(say(word, Language.ENGLISH) for word in line) for line in one.lines] for one in blocks] == [
        [
            ("People", "45", "55"),
            ("After 12 months: has found a job", "75 %", "60 %"),
            ("People followed for more than 12 months", "–", "20"),
        ],
        [("Below A1 → A2", "withheld", "15")],
    ]

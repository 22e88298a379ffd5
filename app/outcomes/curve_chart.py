"""A curve over months with its interval around it: in steps of days, or by months. Vega-Lite, drawn as SVG."""

from __future__ import annotations

from typing import Any

from app.outcomes.chart import BOUNDS_COLOUR, FONT, LINE_COLOUR, RATE_COLOUR, TEXT_COLOUR, WIDTH, drawn
from app.outcomes.duration_formats import AnyDuration
from app.outcomes.duration_sentence import shown_share
from app.outcomes.durations import PublishedDuration
from app.rules.durations import DurationMetric
from app.rules.life_table import DAYS_PER_MONTH, TOLD_MONTHS, MonthStep
from app.rules.survival import Step


def curve_chart(row: AnyDuration, months_word: str) -> str:
    """The chart as an SVG element, to stand inside a page."""
    return drawn(curve_specification(row, months_word))


def curve_specification(row: AnyDuration, months_word: str) -> dict[str, Any]:
    """The chart in Vega-Lite: from nobody (or everybody) on the first day to the last told month."""
    metric = row.metric
    by_month = isinstance(row, PublishedDuration)
    start = {"month": 0.0, "share": shown_share(metric, 1.0), "low": None, "high": None}
    steps = [_point(metric, step) for step in (row.curve.steps if row.curve else ())]
    line = "linear" if by_month else "step-after"
    axis = {"domain": False, "ticks": False, "labelColor": TEXT_COLOUR, "gridColor": LINE_COLOUR}
    months = {"field": "month", "type": "quantitative", "scale": {"domain": [0, TOLD_MONTHS[-1]]}}
    share = {"type": "quantitative", "scale": {"domain": [0, 1]}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "width": WIDTH,
        "height": 180,
        "config": {"font": FONT, "view": {"stroke": None}, "axis": {**axis, "labelFontSize": 13, "labelPadding": 6}},
        "data": {"values": [start, *steps]},
        "encoding": {
            "x": {
                **months,
                "axis": {
                    "title": months_word,
                    "titleColor": TEXT_COLOUR,
                    "titleFontSize": 13,
                    "values": [0, 6, 12, 18, 24],
                },
            }
        },
        "layer": [
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
                "mark": {"type": "area", "interpolate": line, "clip": True, "color": BOUNDS_COLOUR},
                "encoding": {"y": {"field": "low", **share}, "y2": {"field": "high"}},
            },
            {
                "mark": {
                    "type": "line",
                    "interpolate": line,
                    "clip": True,
                    "strokeWidth": 2,
                    "color": RATE_COLOUR,
                    "point": {"color": RATE_COLOUR, "size": 60} if by_month else False,
                },
                "encoding": {
                    "y": {
                        "field": "share",
                        **share,
                        "axis": {"title": None, "format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1]},
                    }
                },
            },
        ],
    }


def _point(metric: DurationMetric, step: Step | MonthStep) -> dict[str, float | None]:
    return {
        "month": step.months if isinstance(step, MonthStep) else step.day / DAYS_PER_MONTH,
        "share": shown_share(metric, step.share),
        "low": None if step.low is None else shown_share(metric, step.low),
        "high": None if step.high is None else shown_share(metric, step.high),
    }

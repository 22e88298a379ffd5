"""A curve over months that goes in steps, with its interval around it. Vega-Lite, drawn as SVG."""

from __future__ import annotations

from typing import Any

from app.outcomes.chart import BOUNDS_COLOUR, FONT, LINE_COLOUR, RATE_COLOUR, TEXT_COLOUR, WIDTH, drawn
from app.outcomes.duration_formats import DAYS_PER_MONTH, TOLD_MONTHS
from app.outcomes.duration_sentence import shown_share
from app.outcomes.durations import DurationRow
from app.rules.durations import DURATIONS


def curve_chart(row: DurationRow, months_word: str) -> str:
    """The chart as an SVG element, to stand inside a page."""
    return drawn(curve_specification(row, months_word))


def curve_specification(row: DurationRow, months_word: str) -> dict[str, Any]:
    """The chart in Vega-Lite: from nobody (or everybody) on the first day to the last told month."""
    metric = DURATIONS[row.duration]
    start = {"month": 0.0, "share": shown_share(metric, 1.0), "low": None, "high": None}
    steps = [
        {
            "month": step.day / DAYS_PER_MONTH,
            "share": shown_share(metric, step.share),
            "low": None if step.low is None else shown_share(metric, step.low),
            "high": None if step.high is None else shown_share(metric, step.high),
        }
        for step in row.curve.steps
    ]
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
                "mark": {"type": "area", "interpolate": "step-after", "clip": True, "color": BOUNDS_COLOUR},
                "encoding": {"y": {"field": "low", **share}, "y2": {"field": "high"}},
            },
            {
                "mark": {
                    "type": "line",
                    "interpolate": "step-after",
                    "clip": True,
                    "strokeWidth": 2,
                    "color": RATE_COLOUR,
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

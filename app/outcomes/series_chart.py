"""Shares month by month as lines, one per group, with the bounds behind a line that stands alone. Vega-Lite, as SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.outcomes.chart import BOUNDS_COLOUR, FONT, LINE_COLOUR, RATE_COLOUR, TEXT_COLOUR, drawn
from app.rules.outcome_numbers import OutcomeRow

WIDTH = 270
"""In CSS pixels, without the labels: fits on a phone without getting smaller."""

DASHES = ([1, 0], [5, 4])
"""How the line of the first group is drawn, and that of the second."""


def series_chart(lines: Mapping[str, Sequence[OutcomeRow]], months_word: str) -> str:
    """The chart as an SVG element; one or two lines by name, each with its rows from month 1."""
    return drawn(series_specification(lines, months_word))


def series_specification(lines: Mapping[str, Sequence[OutcomeRow]], months_word: str) -> dict[str, Any]:
    """The chart in Vega-Lite. A month of which nothing is known has no point."""
    last = max((len(rows) for rows in lines.values()), default=0)
    axis = {"domain": False, "ticks": False, "labelColor": TEXT_COLOUR, "gridColor": LINE_COLOUR}
    share = {"type": "quantitative", "scale": {"domain": [0, 1]}}
    dash = {"scale": {"domain": list(lines), "range": list(DASHES[: len(lines)])}, "legend": None}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "width": WIDTH,
        "height": 180,
        "config": {"font": FONT, "view": {"stroke": None}, "axis": {**axis, "labelFontSize": 13, "labelPadding": 6}},
        "data": {"values": [_point(name, month, row) for name in lines for month, row in _known(lines[name])]},
        "encoding": {
            "x": {
                "field": "month",
                "type": "quantitative",
                "scale": {"domain": [0, last]},
                "axis": {
                    "title": months_word,
                    "titleColor": TEXT_COLOUR,
                    "titleFontSize": 13,
                    "values": list(range(0, last + 1, 6)),
                },
            }
        },
        "layer": [
            *([_bounds(share)] if len(lines) == 1 else []),
            {
                "mark": {"type": "line", "strokeWidth": 2, "color": RATE_COLOUR, "point": _points()},
                "encoding": {
                    "y": {
                        "field": "rate",
                        **share,
                        "axis": {"title": None, "format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1]},
                    },
                    "strokeDash": {"field": "line", "type": "nominal", **dash},
                },
            },
        ],
    }


def _known(rows: Sequence[OutcomeRow]) -> list[tuple[int, OutcomeRow]]:
    return [(month, row) for month, row in enumerate(rows, start=1) if row.rate is not None]


def _point(name: str, month: int, row: OutcomeRow) -> dict[str, Any]:
    return {"line": name, "month": month, "rate": row.rate, "lower": row.lower, "upper": row.upper}


def _points() -> dict[str, Any]:
    return {"filled": True, "size": 24, "color": RATE_COLOUR}


def _bounds(share: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "mark": {"type": "area", "color": BOUNDS_COLOUR},
        "encoding": {"y": {"field": "lower", **share}, "y2": {"field": "upper"}},
    }

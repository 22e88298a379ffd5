"""A chart of one metric: per group the bounds as a bar, the rate as a dot with its interval. Vega-Lite, as SVG.

The chart takes its colours from the stylesheet by name, so that a municipality's house style reaches it too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import vl_convert

BOUNDS_COLOUR = "var(--bestendig-chart-bounds-color)"
RATE_COLOUR = "var(--bestendig-chart-rate-color)"
TEXT_COLOUR = "var(--utrecht-document-color)"
LINE_COLOUR = "var(--utrecht-separator-color)"
FONT = "Liberation Sans, Arial, sans-serif"
WIDTH = 240
"""In CSS pixels, without the labels: fits on a phone without getting smaller."""


@dataclass(frozen=True)
class ChartLine:
    """One group: its name, its bounds and rate as fractions, and what stands there when there are none."""

    label: str
    lower: float | None
    rate: float | None
    upper: float | None
    note: str
    interval_low: float | None = None
    interval_high: float | None = None


def chart(lines: Sequence[ChartLine]) -> str:
    """The chart as an SVG element, to stand inside a page."""
    return drawn(specification(lines))


def specification(lines: Sequence[ChartLine]) -> dict[str, Any]:
    """The chart in Vega-Lite. Groups keep their order; a name that is too long is cut off, the table has it whole."""
    share = {"type": "quantitative", "scale": {"domain": [0, 1]}}
    axis = {"title": None, "format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1], "domain": False, "ticks": False}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "width": WIDTH,
        "height": {"step": 30},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {
                "labelColor": TEXT_COLOUR,
                "gridColor": LINE_COLOUR,
                "labelFontSize": 13,
                "labelPadding": 6,
            },
        },
        "data": {"values": [_datum(line) for line in lines]},
        "encoding": {
            "y": {
                "field": "label",
                "type": "nominal",
                "sort": None,
                "axis": {"title": None, "ticks": False, "domain": False, "labelLimit": 165},
            }
        },
        "layer": [
            {
                "transform": [{"filter": "isValid(datum.lower) && isValid(datum.upper)"}],
                "mark": {"type": "bar", "height": 14, "color": BOUNDS_COLOUR},
                "encoding": {"x": {"field": "lower", **share, "axis": axis}, "x2": {"field": "upper"}},
            },
            {
                "transform": [{"filter": "isValid(datum.interval_low) && isValid(datum.interval_high)"}],
                "mark": {"type": "rule", "strokeWidth": 2, "color": RATE_COLOUR},
                "encoding": {"x": {"field": "interval_low", **share}, "x2": {"field": "interval_high"}},
            },
            {
                "transform": [{"filter": "isValid(datum.rate)"}],
                "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1, "color": RATE_COLOUR},
                "encoding": {"x": {"field": "rate", **share}},
            },
            {
                "transform": [{"filter": "!isValid(datum.rate)"}],
                "mark": {"type": "text", "align": "left", "fontSize": 13, "color": TEXT_COLOUR},
                "encoding": {"x": {"value": 4}, "text": {"field": "note"}},
            },
        ],
    }


def _datum(line: ChartLine) -> dict[str, str | float | None]:
    whole = line.lower is not None and line.upper is not None
    return {
        "label": line.label,
        "lower": line.lower if whole else None,
        "upper": line.upper if whole else None,
        "rate": line.rate,
        "note": line.note,
        "interval_low": line.interval_low,
        "interval_high": line.interval_high,
    }


def drawn(specification: dict[str, Any]) -> str:
    """Draw a chart from its specification in Vega-Lite, as an SVG element."""
    return _drawn(json.dumps(specification))


@lru_cache(maxsize=256)
def _drawn(specification: str) -> str:
    return str(vl_convert.vegalite_to_svg(specification))

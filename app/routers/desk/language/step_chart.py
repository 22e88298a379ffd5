"""Somebody's language in steps: time from left to right, a panel per skill with its levels from low to high.

Every skill has a panel of its own with its name above, so that nothing hangs on colour. Behind the steps stand the
placements; below them a panel has the support and the placements with their names. Vega-Lite, drawn as SVG.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.outcomes.chart import BOUNDS_COLOUR, FONT, LINE_COLOUR, RATE_COLOUR, TEXT_COLOUR, drawn
from app.rules.code_lists import LanguageLevel
from app.rules.language_levels import RANK
from app.rules.language_progress import Measurement

WIDTH, STEP, LANE = 300, 17, 34
"""In CSS pixels: the width without labels, the height of a level, and of a period with its name."""


@dataclass(frozen=True)
class Panel:
    """One skill: its name and its measurements, one a day, in the order of time."""

    name: str
    measurements: Sequence[Measurement]


@dataclass(frozen=True)
class Period:
    """Support or a placement, from a day to a day; None when its end is not known."""

    name: str
    is_work: bool
    starts_on: date
    ends_on: date | None


def step_chart(panels: Sequence[Panel], periods: Sequence[Period], today: date) -> str:
    """The chart as an SVG element, to stand inside a page."""
    return drawn(specification(panels, periods, today))


def specification(panels: Sequence[Panel], periods: Sequence[Period], today: date) -> dict[str, Any]:
    """The chart in Vega-Lite. All panels share the time and the levels, so that they can be read across."""
    days = [one.on for panel in panels for one in panel.measurements] + [one.starts_on for one in periods]
    last = max([today, *days])
    time = {"type": "utc", "domain": [min(days).isoformat(), last.isoformat()]}
    ranks = [RANK[one.level] for panel in panels for one in panel.measurements]
    levels = [level.value for level in LanguageLevel if min(ranks) - 1 <= RANK[level] <= max(ranks) + 1]
    work = [_period(one, last) for one in periods if one.is_work]
    stack = [_skill(panel, work, time, levels[::-1], last) for panel in panels]
    if periods:
        stack.append(_lanes(periods, time, last))
    stack[-1]["encoding"]["x"]["axis"] = {
        "title": None,
        "format": "%m-%Y",
        "labelOverlap": True,
        "tickCount": 5,
        "grid": False,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "bounds": "flush",
        "spacing": 32,
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {
                "labelColor": TEXT_COLOUR,
                "gridColor": LINE_COLOUR,
                "labelFontSize": 12,
                "tickColor": LINE_COLOUR,
            },
            "title": {"color": TEXT_COLOUR, "fontSize": 14, "anchor": "start", "offset": 6},
        },
        "vconcat": stack,
    }


def _skill(
    panel: Panel, work: Sequence[dict[str, str]], time: dict[str, Any], levels: Sequence[str], last: date
) -> dict[str, Any]:
    points = [
        {
            "day": one.on.isoformat(),
            "level": one.level.value,
            "how": "official" if one.official else "documented" if one.documented else "estimate",
        }
        for one in panel.measurements
    ]
    until_now = [points[-1], {**points[-1], "day": last.isoformat()}]
    shapes = {"domain": ["official", "documented", "estimate"]}
    return {
        "title": panel.name,
        "width": WIDTH,
        "height": STEP * len(levels),
        "encoding": {
            "x": {"field": "day", "type": "temporal", "scale": time, "axis": None},
            "y": {
                "field": "level",
                "type": "ordinal",
                "scale": {"type": "point", "domain": levels},
                "axis": {"title": None, "domain": False, "ticks": False, "grid": True, "labelPadding": 12},
            },
        },
        "layer": [
            {
                "data": {"values": work},
                "mark": {"type": "rect", "color": BOUNDS_COLOUR, "opacity": 0.3},
                "encoding": {"x": {"field": "from", "type": "temporal"}, "x2": {"field": "until"}, "y": None},
            },
            {
                "data": {"values": until_now},
                "mark": {"type": "line", "strokeDash": [2, 4], "strokeWidth": 2, "color": RATE_COLOUR},
            },
            {
                "data": {"values": points},
                "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2, "color": RATE_COLOUR},
            },
            {
                "data": {"values": points},
                "mark": {"type": "point", "opacity": 1, "stroke": RATE_COLOUR, "strokeWidth": 2},
                "encoding": {
                    "shape": {
                        "field": "how",
                        "type": "nominal",
                        "legend": None,
                        "scale": {**shapes, "range": ["diamond", "circle", "circle"]},
                    },
                    "size": {
                        "field": "how",
                        "type": "nominal",
                        "legend": None,
                        "scale": {**shapes, "range": [150, 60, 60]},
                    },
                    "fill": {
                        "field": "how",
                        "type": "nominal",
                        "legend": None,
                        "scale": {**shapes, "range": [RATE_COLOUR, RATE_COLOUR, "white"]},
                    },
                },
            },
        ],
    }


def _lanes(periods: Sequence[Period], time: dict[str, Any], last: date) -> dict[str, Any]:
    lanes = [{**_period(one, last), "lane": str(place)} for place, one in enumerate(periods)]
    return {
        "width": WIDTH,
        "height": LANE * len(lanes),
        "data": {"values": lanes},
        "encoding": {
            "x": {"field": "from", "type": "temporal", "scale": time, "axis": None},
            "y": {"field": "lane", "type": "nominal", "sort": None, "axis": None, "scale": {"paddingInner": 0}},
        },
        "layer": [
            {
                "mark": {"type": "bar", "filled": True, "height": 9, "yOffset": 9, "stroke": RATE_COLOUR},
                "encoding": {
                    "x2": {"field": "until"},
                    "color": {
                        "field": "kind",
                        "type": "nominal",
                        "legend": None,
                        "scale": {"domain": ["work", "support"], "range": [BOUNDS_COLOUR, "white"]},
                    },
                },
            },
            {
                "mark": {
                    "type": "text",
                    "align": "left",
                    "fontSize": 12,
                    "dy": -6,
                    "limit": WIDTH,
                    "color": TEXT_COLOUR,
                },
                "encoding": {"x": {"value": 0}, "text": {"field": "name"}},
            },
        ],
    }


def _period(one: Period, last: date) -> dict[str, str]:
    return {
        "name": one.name,
        "kind": "work" if one.is_work else "support",
        "from": one.starts_on.isoformat(),
        "until": (one.ends_on or last).isoformat(),
    }

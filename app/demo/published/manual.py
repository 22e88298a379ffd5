"""Writes docs/published-results.md: published figures, and what the engine gives on a cohort built to them.

`python -m app.demo.published.manual` (or `make docs`) in a checkout; a test holds that the committed file is up to
date, and another that the engine gives what it says.
"""

from pathlib import Path

from app.demo.published.all_results import RESULTS
from app.demo.published.result import Contrast, Figure, PublishedResult
from app.demo.published.told import at_each_month, given_percent, points
from app.rules.intervals import newcombe_interval

MANUAL = Path(__file__).resolve().parents[3] / "docs" / "published-results.md"

INTRODUCTION = """# Published results come back

*This file is generated from `app/demo/published/`: change that, then run `make docs`.*

Each line is a result that somebody published, and a cohort of made-up people who are built to it: registered, placed,
asked and answered as people in the program are. The outcome engine is asked for its own figure about them, with an
ordinary metric of ours, and must say the same. This proves that the engine can express the result and counts it as its
source does. It proves nothing about the programme.

`bestendig generate` lists the results. `bestendig generate <result>` makes the people in an empty database (or one with
other made-up programmes) and prints the figures; `--workbook FILE` writes them as a workbook for `bestendig import`;
`--people N` makes a cohort of another size. Afterwards `bestendig outcomes --programme … --as-of …` and the pages show
the same numbers with everything that belongs to them.

| result | source | published | what the engine gives | command | what had to be assumed |
|---|---|---|---|---|---|
"""


def manual() -> str:
    """The whole text of docs/published-results.md."""
    return INTRODUCTION + "".join(f"{_line(result)}\n" for result in RESULTS.values())


def _line(result: PublishedResult) -> str:
    given = [_given(result, code) for code in dict.fromkeys(one.metric.code for one in result.figures)]
    given += [f"difference, {one.says}: {difference(one)}" for one in result.contrasts]
    cells = (
        f"**{result.programme}**",
        result.source,
        result.published,
        "; ".join(given),
        f"`bestendig generate {result.key}`",
        f"As of {result.as_of}. {result.assumed}",
    )
    return f"| {' | '.join(cells)} |"


def _given(result: PublishedResult, code: str) -> str:
    figures = [one for one in result.figures if one.metric.code == code]
    return f"`{code}`: " + ", ".join(
        f"{one.says} {given_percent(one.yes, one.known)}{at_each_month(one)}" for one in figures
    )


def difference(contrast: Contrast) -> str:
    """The difference of two figures in points with its interval, from the counts that the engine gives."""
    here, there = contrast.here, contrast.there
    interval = newcombe_interval(here.yes, here.known, there.yes, there.known)
    if interval is None:
        raise ValueError(f"Nobody is known of {contrast.says}.")
    low, high = interval
    return f"{points(_rate(here) - _rate(there))} points (95 %: {points(low)} to {points(high)})"


def _rate(figure: Figure) -> float:
    return figure.yes / figure.known


if __name__ == "__main__":
    MANUAL.write_text(manual(), encoding="utf-8")

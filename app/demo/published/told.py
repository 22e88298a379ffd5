"""Says in figures what the engine gives beside what was published."""

from app.demo.published.reproduce import Reproduced, ReproducedContrast
from app.demo.published.result import Figure, PublishedResult
from app.rules.outcome_numbers import OutcomeRow


def published_percent(figure: Figure) -> str:
    """The figure as it was published: 73 %, 33.3 %."""
    return f"{figure.percent:g} %"


def given_percent(yes: int, known: int) -> str:
    """A rate with the people behind it, to one decimal place: 73.0 % (146 of 200 known)."""
    return f"{100 * yes / known:.1f} % ({yes:,} of {known:,} known)"


def at_each_month(figure: Figure) -> str:
    """Says of a series that it is so at every month; nothing of one number."""
    return f", at each of {len(figure.metrics)} months" if len(figure.metrics) > 1 else ""


def points(fraction: float) -> str:
    """A difference in percentage points, with its sign."""
    return f"{100 * fraction:+.1f}"


def told(result: PublishedResult, reproduced: list[Reproduced], contrasts: list[ReproducedContrast]) -> str:
    """A table for the terminal."""
    lines = [("", "published", "given")]
    for one in reproduced:
        given = " / ".join(dict.fromkeys(_given(row) for row in one.rows)) + at_each_month(one.figure)
        lines.append((one.figure.says, published_percent(one.figure), given))
    for contrast in contrasts:
        says, compared = contrast.contrast, contrast.compared
        published = f"{says.here.percent - says.there.percent:+g} points"
        given = f"{points(compared.difference)} points (95 %: {points(compared.low)} to {points(compared.high)})"
        lines.append((f"difference, {says.says}", published, given))
    width = max(len(first) for first, _, _ in lines)
    heading = f"{result.programme} ({result.source}), as of {result.as_of}"
    return "\n".join([heading, *(f"{first:{width}}  {second:>10}  {third}" for first, second, third in lines)])


def _given(row: OutcomeRow) -> str:
    known = row.yes + row.no
    return given_percent(row.yes, known) if known else "nobody is known"

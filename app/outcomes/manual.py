"""Writes docs/metrics.md: what the numbers mean, from the metric registry and the spec tables.

`python -m app.outcomes.manual` (or `make docs`) in a checkout; a test holds that the committed file is up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.outcomes.definition import definition
from app.rules.durations import DURATIONS
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Family
from app.rules.metrics.examples import EXAMPLES
from app.rules.standards import REGISTRY, STANDARDS
from app.rules.standards.definition import StandardMeasure

CHECKOUT = Path(__file__).resolve().parents[2]
MANUAL = CHECKOUT / "docs" / "metrics.md"
SPECS = CHECKOUT / "tests" / "outcomes" / "spec"

INTRODUCTION = """# What the numbers mean

*This file is generated from the metric registry and the spec tables: change those, then run `make docs`.*

## How to read a number

Every number comes with the people behind it. A metric first says whom it is about (the cohort). Everybody in it has
exactly one state:

| state | Dutch | when |
|---|---|---|
| yes | ja | the facts prove it on the target date |
| no | nee | the facts prove the opposite on the target date |
| not yet due | nog niet aan de beurt | the target date is after the reference date, or has no starting point yet |
| unanswered | onbekend | due, but nothing proves yes or no |
| unreachable | niet bereikt | due and unknown: the person could not be reached |
| refused | geen antwoord gewild | due and unknown: the person did not want to answer |
| excluded | telt niet mee | a ground that the metric names, such as death; the person leaves the count |

- **Due** is everybody whose turn it is: yes, no, unanswered, unreachable and refused together.
- **Answered** (response rate) is the part of the due people of whom yes or no is known.
- The **rate** is yes out of the known. Under 80 % answered the rate is weak, and the bounds are what to look at.
- The **bounds** say between which two figures the truth lies for all due people: the lower takes everyone unknown
  for no, the upper for yes.
- The **95 % interval** (Wilson) says how far chance alone can move the rate of a group of this size.
- Where there is nobody to divide by there is no rate: empty, never zero.

Two dates belong to every report. The **reference date** (as of): nothing dated after it exists. The **knowledge
date** (known at): only what had been recorded by then counts. The same question with the same two dates always
gives the same answer.

Persons are counted, never placements or trajectories. A person with several trajectories in a group counts once,
with the first, by day of registration, that the metric is about.
"""

ABOUT_STANDARDS = """\
The same people, counted as others count them. These are worked out when they are asked for, exact and for the team of
the programme only: beside our own numbers they would give small differences away.
"""

ABOUT_COMPOSING = """\
A metric is made of parts: who is counted, the day to count from, the months after it, the question, which kinds of
placement count from how many hours a week and with how long a contract, and what becomes of the unknown. No everyday
report carries these examples.
"""

FAMILIES = {
    Family.SELECTION: "Selection",
    Family.PLACEMENT: "Placement",
    Family.RETENTION: "Retention",
    Family.JOB_MATCH: "Job match",
    Family.LANGUAGE: "Language",
    Family.INCLUSION: "Satisfaction and inclusion",
    Family.JOB_QUALITY: "Job quality",
    Family.GUIDANCE: "Guidance",
    Family.EXIT: "Exit",
    Family.STANDARD: "Standards of others",
}


def manual() -> str:
    """The whole text of docs/metrics.md."""
    return "\n".join((INTRODUCTION, *_metrics(), *_compositions(), *_durations(), *_examples()))


def _metrics() -> Iterator[str]:
    yield "## The metrics\n"
    for family, name in FAMILIES.items():
        yield f"### {name}\n"
        if family is Family.STANDARD:
            yield ABOUT_STANDARDS
        for metric in REGISTRY.values():
            if metric.family is family:
                yield _metric(metric)


def _compositions() -> Iterator[str]:
    yield "### Composed metrics\n"
    yield ABOUT_COMPOSING
    yield from map(_metric, EXAMPLES.values())


def _metric(metric: Metric) -> str:
    lines = [
        f"#### `{metric.code}` · {metric.title.en} · {metric.title.nl}\n",
        f"{metric.question_text.en}  \n*{metric.question_text.nl}*\n",
        f"- **Version**: {metric.version}",
        *(f"- **{what}**: {', '.join(how)}" for what, how in definition(metric)),
        f"- **Source**: {metric.source.en}",
    ]
    if metric.code in STANDARDS:
        lines += _beside_ours(STANDARDS[metric.code])
    lines += [f"- **Beside {standard.name}**: {standard.difference.en}" for standard in metric.standards]
    return "\n".join(lines) + "\n"


def _beside_ours(measure: StandardMeasure) -> Iterator[str]:
    yield f"- **Standard**: {measure.name.en}"
    yield f"- **Our nearest number**: {f'`{measure.ours}`' if measure.ours else 'none'}"
    for changed, reason in measure.reasons.items():
        yield f"- **{changed.value.replace('_', ' ').capitalize()}** than in ours: {reason.en}"


def _durations() -> Iterator[str]:
    yield "### Durations\n"
    yield (
        "These are no rates but curves (Kaplan and Meier, with log-log intervals): the share of the people by day,\n"
        "the day by which it is so for a quarter, half and three quarters, and the number of people still followed.\n"
        "They are exact, and only coordinators of the programme read them.\n"
    )
    for metric in DURATIONS.values():
        yield (
            f"#### `{metric.code}` · {metric.title.en} · {metric.title.nl}\n\n"
            f"{metric.question_text.en}  \n*{metric.question_text.nl}*\n\n"
            f"- **Version**: {metric.version}\n- **How it is counted**: {metric.how.en}\n"
        )


def _examples() -> Iterator[str]:
    yield "## Worked examples\n"
    yield (
        "Each table is checked against the program with every change: the people go in, the numbers must come out.\n"
        "“Not counted” means that the metric is not about this person.\n"
    )
    for spec in sorted(SPECS.glob("*.md")):
        yield f"##{spec.read_text(encoding='utf-8')}"


if __name__ == "__main__":
    MANUAL.parent.mkdir(exist_ok=True)
    MANUAL.write_text(manual(), encoding="utf-8")

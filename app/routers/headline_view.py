"""The figures that are asked most, large at the top of a report, each with the people that it is a share of."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.outcomes.sentence import percent
from app.routers.report_sections import ReportSection
from app.routers.report_view import AnyRow
from app.rules.metrics.job_match import JOB_MATCH
from app.rules.metrics.language import LANGUAGE_GAIN_SPEAKING
from app.rules.metrics.placement import IN_PAID_WORK_AT_END, PLACED_WITHIN_12_MONTHS
from app.rules.metrics.retention import retention
from app.rules.outcome_numbers import WEAK_RESPONSE
from app.rules.sentence import Sentence

ASKED_MOST = tuple(
    metric.code
    for metric in (
        PLACED_WITHIN_12_MONTHS,
        IN_PAID_WORK_AT_END,
        retention(6)[0],
        retention(12)[0],
        JOB_MATCH,
        LANGUAGE_GAIN_SPEAKING,
    )
)
"""Did people find work, did it last, did it suit them, and did their language grow."""


@dataclass(frozen=True)
class Headline:
    """One figure in large: a percentage, or two where too few answered for one; a dash where there is none."""

    code: str
    title: str
    figure: str
    people: Sentence


def headlines(sections: Iterable[ReportSection]) -> list[Headline]:
    """The figures of everyone in the report, of those metrics that it has."""
    blocks = {block.metric.code: block for section in sections for block in section.blocks}
    found = [blocks[code] for code in ASKED_MOST if code in blocks]
    return [headline(block.metric.code, block.title, block.lines[0].row) for block in found]


def headline(code: str, title: str, row: AnyRow) -> Headline:
    """The figure of one row, under the title of its metric."""
    is_weak = row.response_rate is not None and row.response_rate < WEAK_RESPONSE
    figure = percent(row.rate)
    if is_weak and row.rate is not None:
        figure = f"{percent(row.lower).removesuffix(' %')}–{percent(row.upper)}"
    elif row.rate is None and row.lower is not None and row.suppressed:
        figure = f"≥ {percent(row.lower)}"
    return Headline(code, title, figure, _people(row, is_weak=is_weak))


def _people(row: AnyRow, *, is_weak: bool) -> Sentence:
    if row.due == 0:
        return Sentence("nobody due yet")
    due = row.due if isinstance(row.due, int) else 0
    if row.response_rate == 0:
        return Sentence("nothing is known of the %(due)s people who are due", due=due)
    if row.rate is None and row.lower is None:
        return Sentence("not shown: too few people")
    if row.rate is None:
        return Sentence("of %(due)s people who are due", due=due)
    known = row.yes + row.no if isinstance(row.yes, int) and isinstance(row.no, int) else 0
    if is_weak:
        return Sentence("of %(due)s people who are due: only of %(known)s is it known", due=due, known=known)
    return Sentence("of %(known)s people of whom it is known", known=known)

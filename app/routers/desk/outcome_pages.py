"""On which of the team's pages of outcomes a metric stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.routers.report_request import Asked
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Family
from app.rules.sentence import Sentence
from app.rules.series import IN_PAID_WORK_EACH_MONTH
from app.rules.standards import ASKED_ONLY


@dataclass(frozen=True)
class OutcomePage:
    """A page by its address and its title."""

    path: str
    title: Sentence


REPORT = OutcomePage("/programme-outcomes", Sentence("Outcomes"))
EACH_MONTH = OutcomePage(f"{REPORT.path}/each-month", Sentence("Month by month"))
STANDARDS = OutcomePage(f"{REPORT.path}/standards", Sentence("As others count it"))
JOB_QUALITY = OutcomePage(f"{REPORT.path}/job-quality", Sentence("What the work is like"))
GUIDANCE = OutcomePage(f"{REPORT.path}/guidance", Sentence("Guidance and leaving"))

PAGES: Mapping[Family, OutcomePage] = {
    Family.STANDARD: STANDARDS,
    Family.JOB_QUALITY: JOB_QUALITY,
    Family.GUIDANCE: GUIDANCE,
    Family.EXIT: GUIDANCE,
}
"""Families that have a page of their own; all others stand in the report."""


def metric_on_a_page(code: str, asked: Asked) -> tuple[Metric, OutcomePage] | None:
    """A metric of the report, one that is worked out when it is asked for, or a month of a series."""
    months = {metric.code: metric for metric in IN_PAID_WORK_EACH_MONTH.metrics()}
    if code in months:
        return months[code], EACH_MONTH
    own = {metric.code: metric for series in asked.request.series for metric in series.metrics()}
    if code in own:
        return own[code], REPORT
    there = {metric.code: metric for metric in asked.request.metrics} | ASKED_ONLY
    return (there[code], PAGES.get(there[code].family, REPORT)) if code in there else None

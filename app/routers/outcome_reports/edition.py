"""One edition: its numbers as they were published, and what has changed since."""

import asyncio
import json
from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from app.models import OutcomeEdition
from app.outcomes.edition import durations_of, grouping_of, levels_of, references_in, request_of, rows_of
from app.outcomes.pull import PublishedReport
from app.outcomes.since_then import SinceThen, what_changed
from app.outcomes.statement import Dimension
from app.outcomes.states_chart import PARTS
from app.queries.outcome_reports import read_edition
from app.queries.own_metrics import own_metrics_then
from app.queries.report_scopes import read_municipality_names
from app.routers.acting import Acting, ReportKeeper
from app.routers.duration_view import duration_blocks
from app.routers.earlier_report import why_not_this_one
from app.routers.edition_bytes import edition_bytes
from app.routers.headline_view import headlines
from app.routers.outcome_reports.change_view import ChangedMetric, blocks_of
from app.routers.outcome_reports.curve_change_view import ChangedCurve, curve_blocks
from app.routers.pages import language_of, page
from app.routers.report_sections import sections
from app.routers.report_view import ReportView
from app.rules.changed_facts import CHANGED_FACTS
from app.rules.edition_changes import MetricChange
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence

router = APIRouter(prefix="/outcome-reports")
Number = Annotated[int, Path(ge=1, le=1_000_000)]
DONE = {"published": Sentence("The edition is published. It stays as it is, whatever is recorded later.")}


@router.get("/{report_id}/editions/{number}")
async def show(request: Request, report_id: UUID, number: Number, acting: ReportKeeper, done: str = "") -> Response:
    """The edition as a page."""
    edition = await read_edition(acting.session, report_id, number, by=acting.actor)
    content = json.loads(edition.content)
    since = await what_changed(acting.session, by=acting.actor, edition=edition, content=content)
    refusal = why_not_this_one(since) if isinstance(since, PublishedReport) else None
    since = SinceThen() if isinstance(since, PublishedReport) else since
    rows = rows_of(content)
    codes = {code for one in (*rows, *_groups(since.changes)) if (code := one.group.get(Dimension.MUNICIPALITY))}
    own = await _own_metrics(acting, edition)
    counted_so = {metric.named for metric in (*METRICS.values(), *own)}
    names = await read_municipality_names(acting.session, codes)
    asked = request_of(edition, grouping_of(content), as_of=edition.as_of, known_at=edition.known_at)
    view = ReportView(language_of(request), names, own=own, references=references_in(content), axes=asked.axes())
    told = blocks_of(since.changes, view)
    curves = curve_blocks(since, view.language)
    still_counted_so = [row for row in rows if f"{row.metric} {row.version}" in counted_so]
    shown = await asyncio.to_thread(
        lambda: sections(
            view.blocks(still_counted_so, levels_of(content)),
            duration_blocks(durations_of(content), language_of(request)),
        )
    )
    return page(
        request,
        "outcomes/reports/edition.html",
        edition=edition,
        report=content["report"],
        threshold=content["threshold"],
        sections=shown,
        headlines=headlines(shown),
        state_parts=PARTS,
        otherwise=sorted({row.metric for row in rows} - {row.metric for row in still_counted_so}),
        changed=[block for block in told if not block.only_withheld],
        changed_curves=[block for block in curves if not block.only_withheld],
        too_few=_of_too_few(told, curves),
        reasons=[(CHANGED_FACTS[one.fact], one.people) for one in since.reasons],
        refusal=refusal,
        done=DONE.get(done),
    )


@router.get("/{report_id}/editions/{number}/content")
async def download(report_id: UUID, number: Number, acting: ReportKeeper) -> Response:
    """The edition as the file that was published."""
    answer = edition_bytes(await read_edition(acting.session, report_id, number, by=acting.actor))
    answer.headers["Content-Disposition"] = f'attachment; filename="edition-{number}-{report_id}.json"'
    return answer


async def _own_metrics(acting: Acting, edition: OutcomeEdition) -> Sequence[Metric]:
    """The programme's own metrics in the versions that the edition was made with."""
    if edition.programme_id is None:
        return ()
    return await own_metrics_then(acting.session, edition.programme_id, edition.known_at)


def _of_too_few(told: Sequence[ChangedMetric], curves: Sequence[ChangedCurve]) -> list[str]:
    """What changed for fewer people than may be told about, each once."""
    titles = [block.title for block in told if block.only_withheld]
    return list(dict.fromkeys(titles + [block.title for block in curves if block.only_withheld]))


def _groups(changed: Sequence[MetricChange]) -> list[Any]:
    return [number for one in changed for number in one.numbers]

"""`bestendig outcomes`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.cli.operator import Json, as_operator
from app.cli.today import Today, rehearse
from app.clock import DUTCH_TIME
from app.outcomes.formats import csv_table, json_object
from app.outcomes.names import cohorts_named, metrics_named, programme_named
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.pull import exact_report
from app.outcomes.report import ReportRequest
from app.outcomes.statement import Dimension
from app.outcomes.table import readable
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow


def day(text: str) -> date:
    """A day as people type it on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("write the day as 2024-06-30") from None


def moment(text: str) -> datetime:
    """A moment; without an offset it is Dutch time, and a bare day means the end of that day."""
    try:
        if len(text) == len("2024-06-30"):
            return datetime.combine(date.fromisoformat(text), time.max, DUTCH_TIME)
        read = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("write the moment as 2024-06-30 or 2024-06-30T12:00:00Z") from None
    return read if read.tzinfo else read.replace(tzinfo=DUTCH_TIME)


def run(
    programme: Annotated[str | None, typer.Option(help="Only this programme, by its name.")] = None,
    cohort: Annotated[str | None, typer.Option(help="Only this cohort, by its name.")] = None,
    metric: Annotated[
        list[str] | None, typer.Option(help="Only this metric, by its code; may be repeated. Default: all.")
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="Nothing dated after this day counts. Default: today."),
    ] = None,
    known_at: Annotated[
        datetime | None,
        typer.Option(parser=moment, metavar="MOMENT", help="Only what was recorded by then counts. Default: now."),
    ] = None,
    group_by: Annotated[
        list[Dimension] | None, typer.Option(help="Show groups as well as the total; may be repeated.")
    ] = None,
    today: Today = None,
    as_json: Json = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Answer in one long table: metric, group, state, value.")
    ] = False,
) -> None:
    """Exact outcome numbers: every rate with who is due, who answered, and between which bounds the truth lies.

    For example: bestendig outcomes --programme "Parcours HOPE" --as-of 2024-06-30 --group-by gender
    """
    if as_json and as_csv:
        raise typer.BadParameter("choose --json or --csv, not both")
    rehearse(today)
    metrics = metrics_named(metric or ())

    async def deed(session: AsyncSession, actor: Actor) -> tuple[list[OutcomeRow], Sequence[Metric]]:
        programmes = await programme_named(session, programme)
        asked = ReportRequest(
            metrics=metrics,
            as_of=as_of or actor.today,
            known_at=known_at or actor.at,
            programmes=programmes,
            cohorts=await cohorts_named(session, cohort, programmes),
            group_by=tuple(dict.fromkeys(group_by or ())),
        )
        if not metric:
            asked = await with_own_metrics(session, asked, published=False)
        return await exact_report(session, by=actor, asked=asked), asked.own_metrics

    rows, own = as_operator(deed)
    if as_json:
        typer.echo(json.dumps([json_object(row) for row in rows], ensure_ascii=False, indent=2))
    elif as_csv:
        typer.echo(csv_table(rows), nl=False)
    else:
        typer.echo(readable(rows, own))

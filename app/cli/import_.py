"""`bestendig import`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.cli.operator import Json, as_operator
from app.cli.today import Today, rehearse
from app.errors import Refusal
from app.exchange.notices_told import notices_told
from app.exchange.read_file import read_file
from app.exchange.report_data import report_data
from app.exchange.verdicts import ImportReport, VerdictKind
from app.use_cases.import_workbook import import_workbook

MOST_PROBLEMS = 50

Workbook = Annotated[
    Path,
    typer.Argument(
        exists=True,
        dir_okay=False,
        readable=True,
        metavar="FILE",
        help="The coordinator's workbook (.xlsx), or a zip with its sheets as .csv files.",
    ),
]


def run(
    file: Workbook,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would become of every row; write nothing.")
    ] = False,
    create_programmes: Annotated[
        bool,
        typer.Option("--create-programmes", help="Make the programmes that the file names and that are not there yet."),
    ] = False,
    today: Today = None,
    as_json: Json = False,
) -> None:
    """Import a coordinator's workbook.

    A participant goes in whole or not at all: one error leaves out everything about that participant, with the
    reason, and the others go in. The same file again changes nothing. The exit code is 1 when rows were left out
    or when the file was refused.
    """
    rehearse(today)
    content = file.read_bytes()

    async def deed(session: AsyncSession, actor: Actor) -> ImportReport:
        _tell(as_json, "Reading the file …")
        read = read_file(content, actor.today)
        _tell(as_json, f"Comparing {read.row_count:,} rows with what is there …")
        return await import_workbook(
            session,
            by=actor,
            file=read,
            dry_run=dry_run,
            create_programmes=create_programmes,
            progress=progress,
        )

    async def progress(done: int, total: int) -> None:
        _tell(as_json, f"Writing: {done:,} of {total:,} …")

    try:
        report = as_operator(deed)
    except Refusal as refusal:
        if not as_json:
            raise
        typer.echo(json.dumps({"refused": refusal.detail}, ensure_ascii=False, indent=2))
        raise typer.Exit(1) from refusal
    if as_json:
        typer.echo(json.dumps(report_data(report), ensure_ascii=False, indent=2))
    else:
        _print(report)
    if not report.complete:
        raise typer.Exit(1)


def _tell(as_json: bool, sentence: str) -> None:
    """Progress goes to the terminal beside the answer, so that a program that reads the answer is not disturbed."""
    if not as_json:
        typer.echo(sentence, err=True)


def _print(report: ImportReport) -> None:
    _print_counts(report)
    came = "are in" if report.written else "would go in"
    typer.echo(f"{report.participants_in} of {report.participants_read} participants {came}.")
    for number, reason in report.left_out.items():
        typer.echo(f"  left out {number}: {reason}")
    problems = report.problems()
    for problem in problems[:MOST_PROBLEMS]:
        typer.echo(
            f"  {problem.sheet} row {problem.row}, {problem.column} “{problem.value}”: {problem.reason}. "
            f"Right would be: {problem.right}."
        )
    if len(problems) > MOST_PROBLEMS:
        typer.echo(f"  … and {len(problems) - MOST_PROBLEMS} more; --json lists them all.")
    _print_notices(report)


def _print_counts(report: ImportReport) -> None:
    kinds = list(VerdictKind)
    typer.echo("".join([f"{'':14}", *(f"{kind.value:>11}" for kind in kinds)]))
    for sheet, counted in report.totals().items():
        typer.echo("".join([f"{sheet.value:14}", *(f"{counted[kind]:>11,}" for kind in kinds)]))


def _print_notices(report: ImportReport) -> None:
    for one, other in report.notices.probable_duplicates:
        typer.echo(f"  probably one person: {one} and {other}")
    for notice in notices_told(report.notices):
        typer.echo(f"  {notice}")

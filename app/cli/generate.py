"""`bestendig generate`."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.cli.operator import Json, answer, as_operator
from app.cli.today import Today, rehearse
from app.demo.published.all_results import RESULTS
from app.demo.published.reproduce import (
    Reproduced,
    ReproducedContrast,
    contrasts_of,
    figures_of,
    make_up_result,
)
from app.demo.published.result import PublishedResult
from app.demo.published.sheets import sheets_of
from app.demo.published.told import told
from app.demo.published.workbook import workbook_of
from app.errors import NotFound
from app.outcomes.formats import json_object

Key = Annotated[str | None, typer.Argument(metavar="RESULT", help="Which result; without one they are listed.")]
People = Annotated[int | None, typer.Option(min=20, help="How many people are made up. Default: as docs say.")]
Workbook = Annotated[
    Path | None,
    typer.Option(dir_okay=False, metavar="FILE", help="Write a workbook (.xlsx) for bestendig import instead."),
]


def run(
    result: Key = None, people: People = None, workbook: Workbook = None, today: Today = None, as_json: Json = False
) -> None:
    """Make up people who together give a published result, and show what the outcome engine makes of them.

    They go into a database that is empty or holds made-up programmes only. See docs/published-results.md.

    For example: bestendig generate parcours-hope
    """
    if result is None:
        answer(
            {key: one.published for key, one in RESULTS.items()},
            as_json=as_json,
            sentence="\n".join(f"{key:<28}{one.published}" for key, one in RESULTS.items()),
        )
        return
    wanted = RESULTS.get(result)
    if wanted is None:
        raise NotFound(f"There is no result “{result}”. There are: {', '.join(RESULTS)}.")
    if workbook is not None:
        workbook.write_bytes(workbook_of(sheets_of(wanted, people)))
        done = f"The people of {wanted.programme} are in {workbook}."
        answer({"file": workbook}, as_json=as_json, sentence=done)
        return
    rehearse(today)
    reproduced, contrasts = _made_up(wanted, people)
    answer(_data(reproduced, contrasts), as_json=as_json, sentence=told(wanted, reproduced, contrasts))


def _made_up(wanted: PublishedResult, people: int | None) -> tuple[list[Reproduced], list[ReproducedContrast]]:
    async def deed(session: AsyncSession, actor: Actor) -> list[Reproduced]:
        if not await make_up_result(session, by=actor, result=wanted, size=people):
            typer.echo(f"{wanted.programme} is there already, with what was changed in it.", err=True)
        return await figures_of(session, by=actor, result=wanted)

    reproduced = as_operator(deed)
    return reproduced, contrasts_of(wanted, reproduced)


def _data(reproduced: list[Reproduced], contrasts: list[ReproducedContrast]) -> dict[str, object]:
    return {
        "figures": [
            {
                "says": one.figure.says,
                "publishedPercent": one.figure.percent,
                "given": [json_object(row) for row in one.rows],
            }
            for one in reproduced
        ],
        "differences": [
            {
                "says": one.contrast.says,
                "difference": one.compared.difference,
                "low": one.compared.low,
                "high": one.compared.high,
            }
            for one in contrasts
        ],
    }

"""The workbook that `bestendig generate` writes says the same as the people that it puts into the database."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.published.all_results import RESULTS
from app.demo.published.reproduce import figures_of
from app.demo.published.sheets import sheets_of
from app.demo.published.workbook import workbook_of
from app.exchange.read_file import read_file
from app.use_cases.import_workbook import import_workbook


async def test_a_generated_workbook_is_imported_whole_and_gives_the_published_figures(
    session: AsyncSession, operator: Actor
) -> None:
    result = RESULTS["igu"]
    file = read_file(workbook_of(sheets_of(result, 60)), operator.today)

    report = await import_workbook(session, by=operator, file=file, dry_run=False, create_programmes=True)

    assert report.complete
    with_programme, with_trainee = await figures_of(session, by=operator, result=result)
    assert (with_programme.row.yes, with_programme.row.no) == (30, 30)
    assert (with_trainee.row.yes, with_trainee.row.no) == (40, 20)


@pytest.mark.parametrize("key", RESULTS)
def test_every_result_can_be_written_as_a_workbook_that_is_read_without_a_question(key: str, operator: Actor) -> None:
    read = read_file(workbook_of(sheets_of(RESULTS[key], 40)), operator.today)

    assert read.row_count >= 80
    assert [problem for dossier in read.dossiers for problem in dossier.problems] == []

"""The pages of standards, job quality, guidance and months as files: a long table, and a workbook with definitions."""

from datetime import date
from io import BytesIO
from itertools import product

import httpx
import openpyxl
import pytest

from app.models import Programme
from app.rules.code_lists import Contract, Destination, EndOutcome, TrajectoryEndReason
from tests.factories import Factory

START, END = date(2025, 1, 6), date(2025, 5, 1)
PAGES = {
    "standards": ("esf_eecr04_employed_on_leaving,,differs_more_yes,1", "Why they differ", "ESF+ EECR04"),
    "job-quality": ("wages,,half,14.50", "Wages", "First job: a fixed-term contract"),
    "guidance": ("dropped_out,phase=Werk; reason=housing,people,1", "Dropped out", "Spoken to in time"),
    "each-month": ("in_paid_work_each_month,,5,no,0", "Numbers", "In paid work, month by month: month 5"),
}


@pytest.fixture
async def somebody(make: Factory, programme: Programme) -> None:
    """Started, placed, and left early for work."""
    trajectory = await make.trajectory(
        programme,
        registered_on=START,
        started_on=START,
        phase="Werk",
        phase_since=START,
        ended_on=END,
        end_outcome=EndOutcome.DROPPED_OUT,
        end_reason=TrajectoryEndReason.HOUSING,
        destination=Destination.PAID_WORK,
    )
    await make.placement(trajectory, starts_on=date(2025, 3, 3), contract=Contract.FIXED_TERM, hourly_wage=14.5)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("page", PAGES)
async def test_the_numbers_of_a_page_are_a_table_and_a_workbook(desk: httpx.AsyncClient, page: str) -> None:
    line, sheet, title = PAGES[page]

    table = await desk.get(f"/programme-outcomes/{page}/table")
    file = await desk.get(f"/programme-outcomes/{page}/workbook")

    assert line in table.text.splitlines()
    assert "exact-not-for-publication" in table.headers["content-disposition"]
    book = openpyxl.load_workbook(BytesIO(file.content), read_only=True)
    told = [[str(cell) for cell in row] for name in book.sheetnames for row in book[name].iter_rows(values_only=True)]
    assert sheet in book.sheetnames
    assert any(cell.startswith(title) for row in told for cell in row)
    assert any("Not for publication" in cell for row in told for cell in row)


async def test_a_file_that_cannot_be_made_is_the_form_with_its_fault(
    desk: httpx.AsyncClient, programme: Programme
) -> None:
    for page, file in product(PAGES, ("table", "workbook")):
        answer = await desk.get(f"/programme-outcomes/{page}/{file}?day=2999-01-01")
        assert answer.status_code == 400
        assert "This day is still to come." in answer.text

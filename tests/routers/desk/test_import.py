"""A coordinator imports a workbook in the browser: upload, preview, confirm, result."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from io import BytesIO

import httpx
import openpyxl
import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import ImportRun, Participant
from app.rules.code_lists import ImportState, Role
from app.settings import settings
from tests.exchange.made_workbooks import PROGRAMME, completed, contact, made_xlsx, participant
from tests.factories import Factory

Upload = Callable[[bytes], Awaitable[str]]

SOUND = made_xlsx(Deelnemers=[participant()], Trajecten=[completed()])
MIXED = made_xlsx(
    Deelnemers=[participant("D1"), participant("D2", Geboortedatum="31-02-1990", Achternaam="=1+1")],
    Trajecten=[completed("T1", "D1"), completed("T2", "D2")],
    Contacten=[contact("T9999")],
)


@pytest.fixture
async def coordinator(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    """The browser of a coordinator of the programme."""
    programme = await make.programme(name=PROGRAMME)
    account = await make.account(Role.COORDINATOR, programme=programme)
    client.cookies.update(await make.signed_in(account))
    client.headers["accept-language"] = "en"
    return client


@pytest.fixture
def upload(coordinator: httpx.AsyncClient) -> Upload:
    """Uploads a file; gives back the address of its page."""

    async def send(content: bytes) -> str:
        answer = await coordinator.post("/import", files={"file": ("werkmap.xlsx", content)})
        assert answer.status_code == 303
        return answer.headers["location"]

    return send


def text_of(answer: httpx.Response) -> str:
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


async def count(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Participant)) or 0


async def test_the_form_asks_for_a_file(coordinator: httpx.AsyncClient) -> None:
    answer = await coordinator.get("/import")
    assert answer.status_code == 200
    assert 'type="file"' in answer.text


async def test_a_preview_shows_counts_and_trouble_and_writes_nothing(
    coordinator: httpx.AsyncClient, upload: Upload, session: AsyncSession
) -> None:
    shown = text_of(await coordinator.get(await upload(MIXED)))
    assert "1 of 2 participants can go in. Nothing has been written yet." in shown
    assert "Deelnemers, row 3, Geboortedatum 31-02-1990 birth date does not exist" in shown
    assert "Contacten: 1 rows are about something that is not in the file." in shown
    assert await count(session) == 0


async def test_confirming_writes_and_lets_go_of_the_file(
    coordinator: httpx.AsyncClient, upload: Upload, session: AsyncSession
) -> None:
    address = await upload(MIXED)
    answer = await coordinator.post(f"{address}/confirmation", follow_redirects=True)
    assert "1 of 2 participants are in." in text_of(answer)
    assert await count(session) == 1
    run = (await session.scalars(select(ImportRun))).one()
    assert (run.state, run.content) == (ImportState.DONE, None)


async def test_confirming_twice_imports_once(
    coordinator: httpx.AsyncClient, upload: Upload, session: AsyncSession
) -> None:
    address = await upload(SOUND)
    for _ in range(2):
        await coordinator.post(f"{address}/confirmation")
    shown = text_of(await coordinator.get(address))
    assert "Every row of the file is in" in shown
    assert await count(session) == 1


async def test_the_verdicts_can_be_downloaded_until_then(coordinator: httpx.AsyncClient, upload: Upload) -> None:
    address = await upload(MIXED)
    answer = await coordinator.get(f"{address}/verdicts")
    sheet = openpyxl.load_workbook(BytesIO(answer.content))["Deelnemers"]
    assert [row[-2].value for row in sheet.iter_rows()] == ["Verdict", "new", "two values"]
    assert sheet["C3"].data_type == "s"
    await coordinator.post(f"{address}/confirmation")
    assert (await coordinator.get(f"{address}/verdicts")).status_code == 404


async def test_a_dropped_file_is_gone(coordinator: httpx.AsyncClient, upload: Upload, session: AsyncSession) -> None:
    address = await upload(SOUND)
    assert (await coordinator.post(f"{address}/cancellation")).headers["location"] == "/import"
    assert (await coordinator.get(address)).status_code == 404
    assert await count(session) == 0


async def test_a_file_that_was_left_waiting_makes_room_for_the_next(
    coordinator: httpx.AsyncClient, upload: Upload
) -> None:
    first, second = await upload(SOUND), await upload(MIXED)
    assert (await coordinator.get(first)).status_code == 404
    assert (await coordinator.get(second)).status_code == 200


async def test_a_file_that_is_too_large_is_refused(
    coordinator: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "upload_limit_mebibytes", 1)
    answer = await coordinator.post("/import", files={"file": ("werkmap.xlsx", b"PK" + b"0" * 1024 * 1024)})
    assert answer.status_code == 413


async def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(
    coordinator: httpx.AsyncClient, upload: Upload
) -> None:
    shown = text_of(await coordinator.get(await upload(b"no workbook")))
    assert "Nothing has been written" in shown
    assert "The file is no Excel workbook (.xlsx) and no zip with .csv files." in shown


async def test_the_trouble_is_told_in_dutch_to_who_reads_dutch(coordinator: httpx.AsyncClient, upload: Upload) -> None:
    address = await upload(MIXED)
    answer = await coordinator.get(address, headers={"accept-language": "nl"})
    assert "geboortedatum: deze dag bestaat niet" in text_of(answer)


async def test_a_page_of_work_in_progress_looks_again_by_itself(
    coordinator: httpx.AsyncClient, upload: Upload, session: AsyncSession
) -> None:
    address = await upload(SOUND)
    run = (await session.scalars(select(ImportRun))).one()
    run.state, run.rows_done, run.rows_total = ImportState.WRITING, 40, 100
    await session.flush()
    await session.execute(ImportRun.__table__.update().values(changed_at=func.now()))  # type: ignore[attr-defined]
    answer = await coordinator.get(address)
    assert '<meta http-equiv="refresh"' in answer.text
    assert 'value="40" max="100"' in answer.text


async def test_work_that_was_cut_off_says_so(
    coordinator: httpx.AsyncClient, upload: Upload, session: AsyncSession
) -> None:
    address = await upload(SOUND)
    run = (await session.scalars(select(ImportRun))).one()
    run.state = ImportState.WRITING
    run.changed_at = run.recorded_at - timedelta(hours=1)
    await session.flush()
    await session.execute(
        ImportRun.__table__.update().values(changed_at=run.recorded_at - timedelta(hours=1))  # type: ignore[attr-defined]
    )
    assert "The import was cut off." in text_of(await coordinator.get(address))


async def test_nobody_sees_the_import_of_somebody_else(
    coordinator: httpx.AsyncClient, upload: Upload, make: Factory
) -> None:
    address = await upload(SOUND)
    other = await make.account(Role.COORDINATOR, programme=await make.programme())
    coordinator.cookies.update(await make.signed_in(other))
    assert (await coordinator.get(address)).status_code == 404
    assert (await coordinator.post(f"{address}/confirmation")).status_code == 404


async def test_a_coach_does_not_import(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COACH, programme=await make.programme())
    client.cookies.update(await make.signed_in(account))
    assert (await client.get("/import")).status_code == 403
    assert (await client.post("/import", files={"file": ("x.xlsx", SOUND)})).status_code == 403

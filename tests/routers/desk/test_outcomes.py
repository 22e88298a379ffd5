"""The coordinator's report: exact, of own programmes only."""

from datetime import date
from io import BytesIO

import httpx
import openpyxl
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent, Programme
from app.rules.code_lists import Decision, Gender, Role
from app.rules.metrics import METRICS
from tests.factories import Factory


async def declined(make: Factory, programme: Programme, many: int) -> None:
    for _ in range(many):
        await make.trajectory(
            programme, started_on=None, decision=Decision.DECLINED, decided_on=date(2025, 12, 10), state="declined"
        )


async def test_a_coordinator_sees_exact_numbers_marked_as_not_for_publication(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await declined(make, programme, 3)
    page = await desk.get("/programme-outcomes")
    assert page.status_code == 200
    assert "Exact, not for publication" in page.text
    table = await desk.get("/programme-outcomes/table")
    assert "admitted,,no,3" in table.text
    assert "exact-not-for-publication" in table.headers["content-disposition"]


async def test_reading_exact_numbers_is_in_the_log(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme
) -> None:
    await desk.get("/programme-outcomes")
    events = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "read exact outcomes"))).all()
    assert [event.programme_id for event in events] == [programme.id]


async def test_another_programme_is_not_among_the_choices(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    other = await make.programme(name="Van iemand anders")
    page = await desk.get(f"/programme-outcomes?scope={other.id}")
    assert page.status_code == 400
    assert "Van iemand anders" not in page.text


async def test_a_municipality_never_gets_exact_numbers(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    account = await make.account(Role.MUNICIPALITY, programme=programme, organisation=city)
    client.cookies.update(await make.signed_in(account))
    assert (await client.get("/programme-outcomes")).status_code == 403


async def test_the_workbook_says_that_it_is_exact(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    await declined(make, programme, 3)
    book = await desk.get("/programme-outcomes/workbook")
    assert book.headers["content-disposition"].endswith('exact-not-for-publication.xlsx"')
    about = next(openpyxl.load_workbook(BytesIO(book.content)).worksheets[0].iter_rows(max_row=1))
    assert about[1].value == "Leren en werken"


async def test_a_report_split_by_two_things_has_rows_columns_and_totals(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    for gender, education, decision in (
        (Gender.FEMALE, 2, Decision.ADMITTED),
        (Gender.FEMALE, 5, Decision.DECLINED),
        (Gender.MALE, 5, Decision.ADMITTED),
    ):
        person = await make.participant(programme, profile={"gender": gender, "education": education})
        decided = {"started_on": None, "decision": decision, "decided_on": date(2025, 12, 10)}
        await make.trajectory(programme, person, **decided, state=decision.value)
    split = "?group=gender&and_by=education"
    page = (await desk.get(f"/programme-outcomes{split}", headers={"Accept-Language": "en"})).text
    admitted = page.partition('id="admitted"')[2].partition("</section>")[0]
    assert "In the rows: Gender. In the columns: Education." in admitted
    assert "1 of 2 known" in admitted
    assert "Gender: Woman" in admitted
    book = await desk.get(f"/programme-outcomes/workbook{split}", headers={"Accept-Language": "en"})
    sheet = openpyxl.load_workbook(BytesIO(book.content))["Rows and columns"]
    heads, *lines = ([cell.value for cell in line] for line in sheet.iter_rows())
    assert [head.partition(":")[0] for head in heads] == ["Metric", "Group", "Low", "High", "Everyone"]
    assert [line[1:] for line in lines if line[0] == METRICS["admitted"].title.en] == [
        ["Woman", 1, 0, 0.5],
        ["Man", None, 1, 1],
        ["Everyone", 1, 0.5, 2 / 3],
    ]


async def test_two_groups_are_compared_with_the_room_that_chance_leaves(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    for gender, decision in ((Gender.FEMALE, Decision.ADMITTED), (Gender.MALE, Decision.DECLINED)):
        for _ in range(4):
            person = await make.participant(programme, profile={"gender": gender})
            decided = {"started_on": None, "decision": decision, "decided_on": date(2025, 12, 10)}
            await make.trajectory(programme, person, **decided, state=decision.value)

    page = await desk.get("/programme-outcomes?group=gender", headers={"Accept-Language": "en"})

    assert "Woman less Man: +100 points. Chance alone leaves room between +31 and +100 points." in page.text

"""The workbook says whom to ask at an employer."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.exchange.notices_told import notices_told
from app.exchange.read_file import read_file
from app.exchange.verdicts import ImportReport, VerdictKind
from app.exchange.workbook_parts import SheetName
from app.use_cases.import_workbook import import_workbook
from tests.exchange.made_workbooks import PROGRAMME, Row, completed, made_xlsx, participant, placement
from tests.factories import Factory

ASKED = text(
    "select placement.number, contact.name, contact.email, contact.phone, contact.language from placement "
    "join employer_contact as contact on contact.id = placement.contact_id order by placement.number"
)
JAN = {"Contactpersoon": "Jan Smit", "E-mail contactpersoon": "Jan@Helder.example", "Taal contactpersoon": "Engels"}


class Desk:
    """Loads placements into the programme of the tests."""

    def __init__(self, session: AsyncSession, by: Actor) -> None:
        self.session, self.by = session, by

    async def load(self, *placements: Row) -> ImportReport:
        content = made_xlsx(Deelnemers=[participant()], Trajecten=[completed()], Plaatsingen=placements)
        file = read_file(content, self.by.today)
        return await import_workbook(self.session, by=self.by, file=file, dry_run=False)

    async def asked(self) -> list[tuple[str | None, ...]]:
        return [tuple(row) for row in await self.session.execute(ASKED)]


@pytest.fixture
async def desk(session: AsyncSession, operator: Actor, make: Factory) -> Desk:
    await make.programme(name=PROGRAMME)
    return Desk(session, operator)


def verdicts(report: ImportReport) -> list[VerdictKind]:
    return [one.kind for one in report.verdicts if one.sheet is SheetName.PLACEMENTS]


async def test_one_contact_person_is_asked_about_every_placement_that_names_them(desk: Desk) -> None:
    await desk.load(placement(**JAN), placement("P2", **{"E-mail contactpersoon": "jan@helder.example"}))
    jan = ("Jan Smit", "jan@helder.example", None, "en")
    assert await desk.asked() == [("P1", *jan), ("P2", *jan)]


async def test_the_same_file_again_changes_nothing_and_a_new_number_does(desk: Desk) -> None:
    await desk.load(placement(**JAN))
    assert verdicts(await desk.load(placement(**JAN))) == [VerdictKind.UNCHANGED]
    again = await desk.load(placement(**JAN, **{"Telefoon contactpersoon": "06 12345678"}))
    assert verdicts(again) == [VerdictKind.UPDATE]
    assert await desk.asked() == [("P1", "Jan Smit", "jan@helder.example", "06 12345678", "en")]


async def test_an_empty_cell_does_not_take_a_contact_person_away_and_another_employer_does(desk: Desk) -> None:
    await desk.load(placement(**JAN))
    await desk.load(placement())
    assert [number for number, *_ in await desk.asked()] == ["P1"]
    await desk.load(placement(Werkgever="Elders", KvK=None))
    assert await desk.asked() == []


async def test_somebody_without_e_mail_address_is_known_by_the_telephone_number(desk: Desk) -> None:
    by_phone = {"Contactpersoon": "Piet", "Telefoon contactpersoon": "06-12345678"}
    same = {"Telefoon contactpersoon": "+31 6 12345678"}
    await desk.load(placement(**by_phone), placement("P2", **same))
    assert {name for _, name, *_ in await desk.asked()} == {"Piet"}


async def test_a_name_without_an_address_is_told_and_keeps_nobody_out(desk: Desk) -> None:
    report = await desk.load(placement(Contactpersoon="Jan Smit"))
    assert verdicts(report) == [VerdictKind.CREATE]
    assert await desk.asked() == []
    assert any(one.startswith("1 contact persons have neither") for one in notices_told(report.notices))


async def test_an_address_that_cannot_be_right_is_said_at_its_cell(desk: Desk) -> None:
    report = await desk.load(placement(**{"E-mail contactpersoon": "jan at helder"}))
    problem = next(one for verdict in report.verdicts for one in verdict.problems)
    assert (problem.column, problem.reason) == (
        "E-mail contactpersoon",
        "e-mail address of the contact person is not complete",
    )

"""What a programme asks of candidates, filled in on a form without a script."""

from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory

Asked = list[dict[str, Any]]
AGE = {"kind": "age", "from": 18, "to": 27}
SPEAKING = {"kind": "language_level", "level": "B1", "skill": "speaking"}
BENEFIT = {"kind": "benefit", "oneOf": ["participatiewet", "ww"]}
NESTED = {"kind": "any", "of": [{"kind": "all", "of": [AGE, SPEAKING]}, BENEFIT]}


async def asking(make: Factory, coordinator: Account, asked: Asked) -> Programme:
    programme = await make.programme(entry_requirements=asked)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    return programme


async def asked_by(session: AsyncSession, programme: Programme) -> Asked:
    read = select(Programme).where(Programme.id == programme.id).execution_options(populate_existing=True)
    return (await session.scalars(read)).one().model_dump()["entry_requirements"]  # type: ignore[no-any-return]


ROWS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"kind-0": "language_level", "level-0": "B1", "skill-0": "speaking"}, SPEAKING),
    ({"kind-0": "language_level", "level-0": "A2"}, {"kind": "language_level", "level": "A2", "skill": None}),
    ({"kind-0": "education", "from-0": "6"}, {"kind": "education", "from": 6, "to": None}),
    ({"kind-0": "age", "from-0": "18", "to-0": "27"}, AGE),
    ({"kind-0": "benefit", "oneOf-0": ["participatiewet", "ww"]}, BENEFIT),
    (
        {"kind-0": "residence_ground", "oneOf-0": "status_holder"},
        {"kind": "residence_ground", "oneOf": ["status_holder"]},
    ),
    (
        {"kind-0": "civic_integration_route", "oneOf-0": ["b1"]},
        {"kind": "civic_integration_route", "oneOf": ["b1"]},
    ),
    (
        {"kind-0": "civic_integration_duty", "underDuty-0": "no"},
        {"kind": "civic_integration_duty", "underDuty": False},
    ),
    ({"kind-0": "sector_motivation", "sector-0": "R"}, {"kind": "sector_motivation", "sector": "R", "atLeast": 4}),
    ({"kind-0": "circumstances_not_blocking"}, {"kind": "circumstances_not_blocking", "domains": []}),
]


@pytest.mark.parametrize(("sent", "kept"), ROWS, ids=[str(row[0]["kind-0"]) for row in ROWS])
async def test_every_kind_of_requirement_can_be_filled_in(
    desk: httpx.AsyncClient, programme: Programme, session: AsyncSession, sent: dict[str, Any], kept: dict[str, Any]
) -> None:
    answer = await desk.post(f"/programmes/{programme.id}/change/requirements", data={"version": "1", **sent})
    assert answer.status_code == 303
    assert await asked_by(session, programme) == [kept]


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({"kind-0": "language_level"}, "level-0", "Fill this in."),
        ({"kind-0": "benefit"}, "oneOf-0", "Tick at least one."),
        ({"kind-0": "age"}, "from-0", "Fill in the lowest, the highest, or both."),
        ({"kind-0": "age", "from-0": "30", "to-0": "20"}, "from-0", "The lowest is above the highest"),
        ({"kind-0": "sector_motivation", "sector-0": "R", "atLeast-0": "6"}, "atLeast-0", "5 or less"),
    ],
)
async def test_what_is_missing_is_asked_for_at_its_field(
    desk: httpx.AsyncClient, programme: Programme, sent: dict[str, str], field: str, sentence: str
) -> None:
    page = await desk.post(f"/programmes/{programme.id}/change/requirements", data={"version": "1", **sent})
    assert page.status_code == 400
    assert f'href="#part-{field}"' in page.text
    assert f'id="part-{field}"' in page.text
    assert sentence in page.text


async def test_the_fields_of_a_kind_appear_when_one_more_is_asked_for(
    desk: httpx.AsyncClient, programme: Programme
) -> None:
    address = f"/programmes/{programme.id}/change/requirements"
    assert 'name="level-0"' not in (await desk.get(address)).text
    page = await desk.post(address, data={"version": "1", "kind-0": "language_level", "more": "yes"})
    assert page.status_code == 200
    assert 'name="level-0"' in page.text
    assert 'name="kind-1"' in page.text


async def test_of_a_group_one_is_enough(
    desk: httpx.AsyncClient, make: Factory, coordinator: Account, session: AsyncSession
) -> None:
    programme = await asking(make, coordinator, [])
    address = f"/programmes/{programme.id}/change/requirements"
    sent = {
        "version": "1",
        "kind-0": "age",
        "from-0": "18",
        "to-0": "27",
        "group-0": "a",
        "kind-1": "language_level",
        "level-1": "B1",
        "skill-1": "speaking",
        "kind-2": "benefit",
        "oneOf-2": ["participatiewet", "ww"],
        "group-2": "a",
    }
    assert (await desk.post(address, data=sent)).status_code == 303
    assert await asked_by(session, programme) == [{"kind": "any", "of": [AGE, BENEFIT]}, SPEAKING]
    shown = await desk.get(f"/programmes/{programme.id}")
    assert "Age: 18 to 27, or Benefit: Social assistance (Participatiewet) or Unemployment benefit (WW)" in shown.text
    form = (await desk.get(address)).text
    assert form.count('<option value="a" selected>') == 2


async def test_what_the_form_cannot_show_stays_as_it_is(
    desk: httpx.AsyncClient, make: Factory, coordinator: Account, session: AsyncSession
) -> None:
    programme = await asking(make, coordinator, [NESTED])
    address = f"/programmes/{programme.id}/change/requirements"
    page = await desk.get(address)
    assert "in a way that this form cannot show" in page.text
    kept = page.text.partition('name="kept-0" value="')[2].partition('"')[0].replace("&#34;", '"')
    sent = {"version": "1", "kept-0": kept, "kind-1": "circumstances_not_blocking"}
    assert (await desk.post(address, data=sent)).status_code == 303
    first, second = await asked_by(session, programme)
    assert (first, second["kind"]) == (NESTED, "circumstances_not_blocking")
    broken = await desk.post(address, data={"version": "2", "kept-0": "{}"})
    assert broken.status_code == 400
